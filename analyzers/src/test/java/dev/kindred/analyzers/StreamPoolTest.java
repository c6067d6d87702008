package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.junit.jupiter.api.Test;

class StreamPoolTest {
  private final Analyzer analyzer = ProductAnalyzer.stemmed();

  @Test
  void aClosedStreamServesAnotherThread() throws Exception {
    TokenStream first = analyzer.tokenStream("", "red mugs");
    first.close();
    try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
      TokenStream second = other.submit(() -> analyzer.tokenStream("", "blue cups")).get();
      assertSame(first, second);
      second.close();
    }
  }

  @Test
  void anOpenStreamServesNobodyElse() throws IOException {
    try (TokenStream first = analyzer.tokenStream("", "red mugs");
        TokenStream second = analyzer.tokenStream("", "blue cups")) {
      assertNotSame(first, second);
    }
  }

  @Test
  void closingTwiceGivesItBackOnce() throws IOException {
    TokenStream first = analyzer.tokenStream("", "red mugs");
    first.close();
    first.close();
    try (TokenStream second = analyzer.tokenStream("", "blue cups");
        TokenStream third = analyzer.tokenStream("", "green plates")) {
      assertSame(first, second);
      assertNotSame(second, third);
    }
  }

  @Test
  void manyThreadsEachGetTheirOwnWords() throws Exception {
    List<Future<List<String>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 500; i++) {
        String text = "word" + i + " other" + i;
        answers.add(
            threads.submit(() -> {
              List<String> terms = new ArrayList<>();
              Tokens.visit(
                  analyzer,
                  text,
                  (term, kind, start, end) -> {
                    if (!kind.equals(ProductTokenizer.PART)) {
                      terms.add(term);
                    }
                  });
              return terms;
            }));
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      assertEquals(List.of("word" + i, "other" + i), answers.get(i).get());
    }
  }
}
