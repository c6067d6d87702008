package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * How much of a query's words each match has, and which matches therefore stay.
 *
 * <p>A word weighs as much as it tells: ln(1 + N / n), n of N documents having it; words that no
 * document has do not count. A match's share is the weight of its words over that of all, and its
 * score is multiplied by the share to the power of 1 / k, k being the number of words asked for, at
 * least two: a soft form of the coordination factor, and the softer the longer the query, since
 * long ones have words that say nothing of what is sought ({@code frozen 2 full movie}).
 *
 * <p>All words are asked for first. Where that leaves fewer than a handful, matches with the
 * greater part of the weight will do, then those with a smaller part, and in the end any word; but
 * of two words the one that tells less only, unless nothing has the other. Whatever the share, a
 * match stays that scores at least 1 / k of the best of those: a film whose whole title was asked
 * for is not driven out by one that happens to mention every other word of the query.
 */
final class WordCoverage {
  /** Shares of the weight that are asked for, one after the other. */
  private static final double[] SHARES = {1, 0.6, 0.35, 0};

  private static final int ENOUGH = 10;
  private static final int FEW_WORDS = 2;
  private static final double ROUNDING = 1e-4;

  private final Matches matches;
  /* What each word tells, and a bit for each word that a match has. */
  private final float[] tells;
  private final long[] has;
  private final float[] shares;
  /* By which each match's score is multiplied. */
  private final float[] factors;

  /** How documents are scored. */
  @FunctionalInterface
  interface Scoring {
    /**
     * Finds and scores, among others, all that any of some words finds. A document that has none of
     * the other words scores no higher when these are asked for, too.
     *
     * @param words a bit for each word, the first the lowest; all for -1
     */
    Query of(long words);
  }

  /**
   * What stays.
   *
   * @param matches with their new scores
   * @param lacking numbers of the words that not all of those asked for have, the one that tells
   *     least first
   */
  record Kept(Matches matches, List<Integer> lacking) {
    Kept {
      lacking = List.copyOf(lacking);
    }
  }

  private WordCoverage(Matches matches, float[] tells) {
    this.matches = matches;
    this.tells = tells;
    this.has = new long[matches.size()];
    this.shares = new float[matches.size()];
    this.factors = new float[matches.size()];
  }

  /**
   * The matches that stay.
   *
   * @param words queries for one word each, at most 64
   */
  static Kept enough(IndexSearcher searcher, Scoring scoring, List<Query> words)
      throws IOException {
    WordHits hits = WordHits.of(searcher, words);
    int[] everywhere = hits.everywhere();
    if (everywhere.length >= ENOUGH) {
      FullCoverage full = new FullCoverage(searcher, scoring, hits, softness(words.size()));
      return new Kept(full.with(everywhere), List.of());
    }
    return of(Matches.of(searcher, scoring.of(-1L), true), hits);
  }

  /** The same of matches that were scored, however many have all words. */
  static Kept of(Matches matches, WordHits hits) {
    WordCoverage coverage = new WordCoverage(matches, hits.tells());
    for (int word = 0; word < hits.tells().length; word++) {
      coverage.add(hits.documents().get(word), word);
    }
    float total = hits.total();
    for (int match = 0; match < matches.size(); match++) {
      coverage.shares[match] = total > 0 ? coverage.shares[match] / total : 0;
    }
    coverage.weigh();
    return coverage.kept(hits.tells().length);
  }

  /** Both are in index order. */
  private void add(Matches found, int word) {
    int match = 0;
    for (int i = 0; i < found.size(); i++) {
      while (match < matches.size() && matches.doc(match) < found.doc(i)) {
        match++;
      }
      if (match < matches.size() && matches.doc(match) == found.doc(i)) {
        shares[match] += tells[word];
        has[match] |= 1L << word;
      }
    }
  }

  /* 1/2 for two words, the less the longer the query. */
  private static double softness(int words) {
    return 1.0 / Math.max(FEW_WORDS, words);
  }

  /* Neighbouring matches often have the same words. */
  private void weigh() {
    double power = softness(tells.length);
    float share = 1;
    float factor = 1;
    for (int match = 0; match < factors.length; match++) {
      if (shares[match] != share) {
        share = shares[match];
        factor = (float) Math.pow(share, power);
      }
      factors[match] = factor;
    }
  }

  private Kept kept(int words) {
    double asked = asked(words);
    return new Kept(stayed(asked), lacking(words, asked));
  }

  private List<Integer> lacking(int words, double asked) {
    long all = -1;
    for (int match = 0; match < has.length; match++) {
      all &= has(match, asked) ? has[match] : -1;
    }
    long everywhere = all;
    return IntStream.range(0, words)
        .filter(word -> (everywhere >>> word & 1) == 0)
        .boxed()
        .sorted(Comparator.comparingDouble(word -> tells[word]))
        .toList();
  }

  private Matches stayed(double asked) {
    double nearly = softness(tells.length) * best(asked);
    int[] kept = new int[matches.size()];
    float[] scores = new float[matches.size()];
    int size = 0;
    for (int match = 0; match < kept.length; match++) {
      double score = score(match);
      if (has(match, asked) || (shares[match] > 0 && score >= nearly)) {
        scores[size] = (float) score;
        kept[size++] = matches.doc(match);
      }
    }
    return Matches.of(Arrays.copyOf(kept, size), Arrays.copyOf(scores, size));
  }

  /** The largest share that leaves enough matches. */
  private double asked(int words) {
    for (double share : SHARES) {
      int needed = share == 1 || words > FEW_WORDS ? ENOUGH : 1;
      int count = 0;
      for (int match = 0; match < shares.length && count < needed; match++) {
        count += has(match, share) ? 1 : 0;
      }
      if (count >= needed) {
        return share;
      }
    }
    return 0;
  }

  private double best(double asked) {
    double best = 0;
    for (int match = 0; match < shares.length; match++) {
      best = has(match, asked) ? Math.max(best, score(match)) : best;
    }
    return best;
  }

  private boolean has(int match, double asked) {
    return shares[match] > 0 && shares[match] >= asked - ROUNDING;
  }

  private double score(int match) {
    return (double) matches.score(match) * factors[match];
  }
}
