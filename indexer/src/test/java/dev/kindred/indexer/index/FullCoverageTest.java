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
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Against scoring all documents that have any of the words. */
class FullCoverageTest {
  private static final int DOCUMENTS = 1_500;
  private static final int WORDS = 12;

  @Test
  void keepsAndScoresWhatScoringAllWould() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      new RandomDocuments(random, WORDS).write(directory, DOCUMENTS);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        int full = 0;
        int others = 0;
        for (int n = 0; n < 150; n++) {
          List<String> words = words(random);
          List<Query> needed = words.stream().map(word -> term("text", word)).toList();
          WordHits hits = WordHits.of(searcher, needed);
          int everywhere = hits.everywhere().length;
          Query scored = scored(words);
          Matches expected = WordCoverage.of(Matches.of(searcher, scored, true), hits).matches();
          compare(
              expected, WordCoverage.enough(searcher, some(words), needed).matches(), "" + words);
          full += everywhere >= 10 ? 1 : 0;
          others += everywhere >= 10 && expected.size() > everywhere ? 1 : 0;
        }
        assertTrue(full > 50 && others > 10, full + " of 150, with others " + others);
      }
    }
  }

  private static void compare(Matches expected, Matches matches, String query) {
    assertEquals(expected.size(), matches.size(), query);
    for (int match = 0; match < expected.size(); match++) {
      assertEquals(expected.doc(match), matches.doc(match), query);
      assertEquals(expected.score(match), matches.score(match), 1e-5, query);
    }
  }

  private static List<String> words(SplittableRandom random) {
    return random.ints(2 + random.nextInt(3), 0, WORDS).distinct().mapToObj(i -> "w" + i).toList();
  }

  private static WordCoverage.Scoring some(List<String> words) {
    return wanted ->
        scored(
            IntStream.range(0, words.size())
                .filter(i -> (wanted >>> i & 1) != 0)
                .mapToObj(words::get)
                .toList());
  }

  private static Query scored(List<String> words) {
    BooleanQuery.Builder title = new BooleanQuery.Builder();
    BooleanQuery.Builder text = new BooleanQuery.Builder();
    for (String word : words) {
      title.add(term("title", word), Occur.SHOULD);
      text.add(term("text", word), Occur.SHOULD);
    }
    return new DisjunctionMaxQuery(List.of(title.build(), text.build()), 0.5f);
  }

  private static Query term(String field, String word) {
    return new TermQuery(new Term(field, word));
  }
}
