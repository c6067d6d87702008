package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.search.IndexSearcher;

/**
 * What stays, by {@link WordCoverage}'s rules, where enough documents have every word: these, and
 * others only with a high score. All that have any of the words are mostly a hundred times as many,
 * so they are not all scored: documents that have no more than certain words cannot score higher
 * than the best scores of these words allow. Words that cannot reach a high score even together
 * need not be looked at, as in MaxScore (Turtle and Flood, 1995).
 */
final class FullCoverage {
  /* Scores are sums of floats in an order of Lucene's choice. */
  private static final double ROUNDING = 1e-4;

  /* For more words there are too many subsets to have bounds. */
  private static final int MOST_BOUNDED = 6;

  private final WordByWord scores;
  private final WordCoverage.Scoring scoring;
  private final WordHits hits;
  private final double softness;
  private final Map<Long, Boolean> canScoreHigh = new HashMap<>();

  /**
   * @param softness of the coverage's factor, and the part of the best score that is high
   */
  FullCoverage(
      IndexSearcher searcher, WordCoverage.Scoring scoring, WordHits hits, double softness) {
    this.scores = new WordByWord(searcher);
    this.scoring = scoring;
    this.hits = hits;
    this.softness = softness;
  }

  /**
   * Those that stay, with their scores.
   *
   * @param everywhere documents that have every word, in index order
   */
  Matches with(int[] everywhere) throws IOException {
    Matches whole = scored(everywhere);
    double high = softness * whole.best();
    int[] others = others(high);
    return others.length == 0 ? whole : joined(whole, scored(others), high);
  }

  private Matches scored(int[] documents) throws IOException {
    return Matches.of(documents, scores.scores(scoring.of(-1L), documents));
  }

  /** The documents that lack a word and may score high all the same. */
  private int[] others(double high) throws IOException {
    long all = hits.found();
    long idle = 0;
    for (int word : hits.commonestFirst()) {
      if (canScoreHigh(idle | 1L << word, high)) {
        break;
      }
      idle |= 1L << word;
    }
    int[] some = hits.withAny(all & ~idle);
    long[] words = hits.wordsOf(some);
    int size = 0;
    for (int i = 0; i < some.length; i++) {
      if (words[i] != all && canScoreHigh(words[i], high)) {
        some[size++] = some[i];
      }
    }
    return Arrays.copyOf(some, size);
  }

  private boolean canScoreHigh(long words, double high) throws IOException {
    if (hits.tells().length > MOST_BOUNDED) {
      return true;
    }
    Boolean known = canScoreHigh.get(words);
    if (known == null) {
      double most = scores.mostPossible(scoring.of(words));
      known = most * factor(hits.share(words)) * (1 + ROUNDING) >= high;
      canScoreHigh.put(words, known);
    }
    return known;
  }

  private float factor(float share) {
    return (float) Math.pow(share, softness);
  }

  private Matches joined(Matches whole, Matches others, double high) {
    int[] documents = new int[whole.size() + others.size()];
    float[] scores = new float[documents.length];
    long[] words = hits.wordsOf(others.documents());
    int size = 0;
    int next = 0;
    for (int match = 0; match < words.length; match++) {
      for (; next < whole.size() && whole.doc(next) < others.doc(match); next++) {
        scores[size] = whole.score(next);
        documents[size++] = whole.doc(next);
      }
      double score = (double) others.score(match) * factor(hits.share(words[match]));
      if (score >= high) {
        scores[size] = (float) score;
        documents[size++] = others.doc(match);
      }
    }
    for (; next < whole.size(); next++) {
      scores[size] = whole.score(next);
      documents[size++] = whole.doc(next);
    }
    return Matches.of(Arrays.copyOf(documents, size), Arrays.copyOf(scores, size));
  }
}
