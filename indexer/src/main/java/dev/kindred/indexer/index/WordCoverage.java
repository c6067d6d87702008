package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * How much of a query's words each match has, and which matches therefore stay.
 *
 * <p>A word weighs as much as it tells: ln(1 + N / n), n of N documents having it; words that no
 * document has do not count. A match's share is the weight of its words over that of all, and its
 * score is multiplied by the share's square root, a soft form of the coordination factor.
 *
 * <p>All words are asked for first. Where that leaves fewer than a handful, matches with the
 * greater part of the weight will do, then those with a smaller part, and in the end any word; but
 * of two words the one that tells less only, unless nothing has the other. Whatever the share, a
 * match stays that scores nearly like the best of those: a film whose whole title was asked for is
 * not driven out by one that happens to mention every other word of the query.
 */
final class WordCoverage {
  /** Shares of the weight that are asked for, one after the other. */
  private static final double[] SHARES = {1, 0.6, 0.35, 0};

  private static final int ENOUGH = 10;
  private static final int FEW_WORDS = 2;
  private static final double NEARLY = 0.5;
  private static final double ROUNDING = 1e-4;

  private final Matches matches;
  private final float[] shares;

  private WordCoverage(Matches matches, float[] shares) {
    this.matches = matches;
    this.shares = shares;
  }

  /**
   * The matches that stay, with their new scores.
   *
   * @param matches of a query that finds, among others, all that any of the words finds
   * @param words queries for one word each
   */
  static Matches enough(IndexSearcher searcher, Matches matches, List<Query> words)
      throws IOException {
    float[] weights = new float[matches.size()];
    float total = 0;
    for (Query word : words) {
      Matches found = Matches.of(searcher, word, false);
      if (found.size() > 0) {
        double documents = searcher.getIndexReader().numDocs();
        float tells = (float) Math.log1p(documents / found.size());
        total += tells;
        add(found, tells, matches, weights);
      }
    }
    for (int match = 0; match < weights.length; match++) {
      weights[match] = total > 0 ? weights[match] / total : 0;
    }
    return new WordCoverage(matches, weights).kept(words.size());
  }

  /** Both are in index order. */
  private static void add(Matches found, float weight, Matches matches, float[] weights) {
    int match = 0;
    for (int i = 0; i < found.size(); i++) {
      while (match < matches.size() && matches.doc(match) < found.doc(i)) {
        match++;
      }
      if (match < matches.size() && matches.doc(match) == found.doc(i)) {
        weights[match] += weight;
      }
    }
  }

  private Matches kept(int words) {
    double asked = asked(words);
    double nearly = NEARLY * best(asked);
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
    return matches.score(match) * Math.sqrt(shares[match]);
  }
}
