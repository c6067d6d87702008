package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Documents are numbered in the order in which they are given. */
class WordCoverageTest {

  @Test
  void ofTwoWordsTheOneThatTellsMoreIsNeeded() throws IOException {
    // "mug" has 1 of 3, "red" 2 of 3.
    float[] scores = {0.6f, 0.6f, 1};
    assertArrayEquals(new int[] {2}, kept("red mug", scores, "red", "red", "mug"));
  }

  @Test
  void aWordThatNothingHasDoesNotCount() throws IOException {
    assertArrayEquals(new int[] {1}, kept("zebra mug", new float[] {0, 1}, "red", "mug"));
    assertArrayEquals(new int[0], kept("zebra", new float[] {1, 1}, "red", "mug"));
  }

  @Test
  void whereTenHaveAllWordsTheOthersGo() throws IOException {
    String[] texts = new String[40];
    float[] scores = new float[40];
    Arrays.fill(texts, 0, 10, "red mug");
    Arrays.fill(scores, 0, 10, 1);
    Arrays.fill(texts, 10, 12, "mug");
    Arrays.fill(scores, 10, 12, 0.5f);
    Arrays.fill(texts, 12, 40, "red");
    Arrays.fill(scores, 12, 40, 0.3f);
    assertEquals(10, kept("red mug", scores, texts).length);
    texts[9] = "mug";
    assertEquals(12, kept("red mug", scores, texts).length, "mugs will do, red things will not");
  }

  @Test
  void whatScoresNearlyLikeTheBestStays() throws IOException {
    // Ten have both words and score 2; without "mug" 8 becomes more than 5 and 0.5 less than 0.5.
    String[] texts = new String[12];
    Arrays.fill(texts, 0, 10, "red mug");
    Arrays.fill(texts, 10, 12, "red");
    float[] scores = new float[12];
    Arrays.fill(scores, 2);
    scores[10] = 8;
    scores[11] = 0.5f;
    int[] kept = kept("red mug", scores, texts);
    assertEquals(11, kept.length);
    assertEquals(10, kept[10]);
  }

  @Test
  void ofTwoWordsScoresFallWithTheSquareRootOfTheShare() throws IOException {
    // Each word has 2 of 3 documents and so half of the weight.
    Matches kept = enough("red mug", new float[] {1, 1, 1}, "red mug", "red", "mug");
    assertEquals(1, kept.score(0), 1e-6);
    assertEquals(Math.sqrt(0.5), kept.score(1), 1e-6);
    assertEquals(Math.sqrt(0.5), kept.score(2), 1e-6);
  }

  @Test
  void inLongQueriesAMissingWordCostsLess() throws IOException {
    // Each word has 2 of 3 documents and so a third of the weight.
    Matches kept = enough("red mug gift", new float[] {1, 1, 1}, "red mug", "mug gift", "red gift");
    for (int match = 0; match < 3; match++) {
      assertEquals(Math.cbrt(2.0 / 3), kept.score(match), 1e-6);
    }
  }

  private static int[] kept(String query, float[] scores, String... texts) throws IOException {
    Matches kept = enough(query, scores, texts);
    int[] documents = new int[kept.size()];
    for (int match = 0; match < documents.length; match++) {
      documents[match] = kept.doc(match);
    }
    return documents;
  }

  /** All documents match, with the given scores; every third commit starts another segment. */
  private static Matches enough(String query, float[] scores, String... texts) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config =
          new IndexWriterConfig(new WhitespaceAnalyzer()).setMergePolicy(NoMergePolicy.INSTANCE);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < texts.length; i++) {
          Document document = new Document();
          document.add(new TextField("text", texts[i], Field.Store.NO));
          writer.addDocument(document);
          if (i % 3 == 2) {
            writer.commit();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        int[] all = new int[texts.length];
        Arrays.setAll(all, i -> i);
        List<Query> words = new ArrayList<>();
        for (String word : query.split(" ")) {
          words.add(new TermQuery(new Term("text", word)));
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        Query scored = new ScoredDocuments(Matches.of(all, scores));
        return WordCoverage.enough(searcher, some -> scored, words).matches();
      }
    }
  }
}
