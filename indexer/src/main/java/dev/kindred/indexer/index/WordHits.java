package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Which documents have each of a query's words, and what each word tells: ln(1 + N / n), n of N
 * documents having it, and nothing if none has it.
 *
 * @param documents for each word, without scores
 * @param tells for each word
 */
record WordHits(List<Matches> documents, float[] tells) {

  static WordHits of(IndexSearcher searcher, List<Query> words) throws IOException {
    double all = searcher.getIndexReader().numDocs();
    List<Matches> documents = new ArrayList<>();
    float[] tells = new float[words.size()];
    for (int word = 0; word < tells.length; word++) {
      Matches found = Matches.of(searcher, words.get(word), false);
      documents.add(found);
      tells[word] = found.size() > 0 ? (float) Math.log1p(all / found.size()) : 0;
    }
    return new WordHits(documents, tells);
  }

  /** What all words tell together. */
  float total() {
    float total = 0;
    for (float each : tells) {
      total += each;
    }
    return total;
  }

  /** The words that any document has, a bit each. */
  long found() {
    long found = 0;
    for (int word = 0; word < tells.length; word++) {
      found |= tells[word] > 0 ? 1L << word : 0;
    }
    return found;
  }

  /** The words that any document has, the one that most have first. */
  int[] commonestFirst() {
    return IntStream.range(0, tells.length)
        .filter(word -> tells[word] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(word -> tells[word]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The share of what all words tell that some words have, 0 to 1.
   *
   * @param words a bit for each
   */
  float share(long words) {
    float told = 0;
    for (int word = 0; word < tells.length; word++) {
      told += (words >>> word & 1) != 0 ? tells[word] : 0;
    }
    return told > 0 ? told / total() : 0;
  }

  /** The documents, in index order, that have any of some words. */
  int[] withAny(long words) {
    int[] some = {};
    for (int word = 0; word < tells.length; word++) {
      if ((words >>> word & 1) != 0) {
        int[] more = documents.get(word).documents();
        some = some.length == 0 ? more : united(some, more);
      }
    }
    return some;
  }

  private static int[] united(int[] some, int[] others) {
    int[] united = new int[some.length + others.length];
    int size = 0;
    int other = 0;
    for (int document : some) {
      while (other < others.length && others[other] < document) {
        united[size++] = others[other++];
      }
      united[size++] = document;
      other += other < others.length && others[other] == document ? 1 : 0;
    }
    while (other < others.length) {
      united[size++] = others[other++];
    }
    return Arrays.copyOf(united, size);
  }

  /** The words that each of some documents, in index order, has: a bit for each word. */
  long[] wordsOf(int[] some) {
    long[] words = new long[some.length];
    for (int word = 0; word < tells.length; word++) {
      Matches found = documents.get(word);
      int next = 0;
      for (int i = 0; i < some.length && next < found.size(); i++) {
        while (next < found.size() && found.doc(next) < some[i]) {
          next++;
        }
        words[i] |= next < found.size() && found.doc(next) == some[i] ? 1L << word : 0;
      }
    }
    return words;
  }

  /** The documents, in index order, that have every word that any document has. */
  int[] everywhere() {
    List<Matches> known =
        documents.stream()
            .filter(found -> found.size() > 0)
            .sorted(Comparator.comparingInt(Matches::size))
            .toList();
    if (known.isEmpty()) {
      return new int[0];
    }
    int[] common = known.getFirst().documents();
    for (Matches found : known.subList(1, known.size())) {
      common = common(common, found);
    }
    return common;
  }

  private static int[] common(int[] some, Matches others) {
    int[] common = new int[some.length];
    int size = 0;
    int other = 0;
    for (int document : some) {
      while (other < others.size() && others.doc(other) < document) {
        other++;
      }
      if (other < others.size() && others.doc(other) == document) {
        common[size++] = document;
      }
    }
    return Arrays.copyOf(common, size);
  }
}
