package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Against Lucene's own scores of random queries. */
class WordByWordTest {
  private static final int DOCUMENTS = 900;
  private static final int WORDS = 15;

  @Test
  void scoresAsLuceneDoesAndNeverAboveItsBound() throws IOException {
    SplittableRandom random = new SplittableRandom(17);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      RandomDocuments texts = new RandomDocuments(random, WORDS);
      texts.write(directory, DOCUMENTS);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertTrue(reader.leaves().size() > 1);
        IndexSearcher searcher = new IndexSearcher(reader);
        int scored = 0;
        for (int n = 0; n < 300; n++) {
          Query query = query(random, texts, 3);
          Matches expected = Matches.of(searcher, query, true);
          int[] some =
              IntStream.range(0, expected.size()).filter(match -> random.nextInt(3) > 0).toArray();
          int[] documents = IntStream.of(some).map(expected::doc).toArray();
          WordByWord words = new WordByWord(searcher);
          float[] scores = words.scores(query, documents);
          for (int i = 0; i < some.length; i++) {
            float score = expected.score(some[i]);
            assertEquals(score, scores[i], 1e-5 * Math.max(1, score), query.toString());
          }
          assertTrue(words.mostPossible(query) >= expected.best() * (1 - 1e-5), query.toString());
          scored += some.length;
        }
        assertTrue(scored > 10_000, "only " + scored);
      }
    }
  }

  private static Query query(SplittableRandom random, RandomDocuments texts, int depth) {
    String field = random.nextBoolean() ? "title" : "text";
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(6)) {
      case 0 -> new TermQuery(new Term(field, texts.word()));
      case 1 -> new PhraseQuery(field, texts.word(), texts.word());
      case 2 -> new BoostQuery(query(random, texts, depth - 1), 0.1f + random.nextInt(20) / 10f);
      case 3 ->
          new DisjunctionMaxQuery(
              List.of(query(random, texts, depth - 1), query(random, texts, depth - 1)),
              random.nextInt(3) / 2f);
      case 4 ->
          new BooleanQuery.Builder()
              .add(query(random, texts, depth - 1), Occur.MUST)
              .add(query(random, texts, depth - 1), Occur.SHOULD)
              .build();
      default ->
          new BooleanQuery.Builder()
              .add(query(random, texts, depth - 1), Occur.SHOULD)
              .add(
                  query(random, texts, depth - 1),
                  random.nextInt(4) == 0 ? Occur.FILTER : Occur.SHOULD)
              .build();
    };
  }
}
