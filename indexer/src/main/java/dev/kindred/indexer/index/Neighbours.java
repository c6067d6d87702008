package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Fusion;
import java.util.Arrays;

/**
 * Which products are near a query in meaning, and how near.
 *
 * <p>The whole catalogue is looked at whatever the filter is, so that a filter changes neither what
 * a cosine says nor which products match.
 */
final class Neighbours {
  private final Fusion fusion;
  private final Cosines cosines;

  Neighbours(Fusion fusion, Cosines cosines) {
    this.fusion = fusion;
    this.cosines = cosines;
  }

  /** The share of meaning that a document has, 0 to 1. */
  double share(int document) {
    return cosines.share(document);
  }

  /** The matches by words and those near enough in meaning that pass the filter. */
  Matches join(Matches words, DocumentFilter filter) {
    int[] near = cosines.near(fusion.cutOff());
    int[] documents = new int[words.size() + near.length];
    float[] scores = new float[documents.length];
    int size = 0;
    int word = 0;
    int next = 0;
    while (word < words.size() || next < near.length) {
      boolean worded =
          word < words.size() && (next == near.length || words.doc(word) <= near[next]);
      int document = worded ? words.doc(word) : near[next];
      if (worded || filter.passes(document)) {
        scores[size] = worded ? words.score(word) : 0;
        documents[size++] = document;
      }
      next += next < near.length && near[next] == document ? 1 : 0;
      word += worded ? 1 : 0;
    }
    return Matches.of(Arrays.copyOf(documents, size), Arrays.copyOf(scores, size));
  }

  /** Says which documents a request's filter lets through; asked in index order. */
  @FunctionalInterface
  interface DocumentFilter {
    boolean passes(int document);
  }

  /** Score of a match: its text score as a share of the best, and its meaning. */
  double score(Matches matches, int match, double bestText) {
    double text = bestText > 0 ? Math.min(1, matches.score(match) / bestText) : 0;
    return fusion.score(text, share(matches.doc(match)));
  }
}
