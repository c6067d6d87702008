package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.catalog.Sense;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/**
 * How near all products are to a query in meaning, by an exact scan of their vectors.
 *
 * <p>The scan looks at the whole catalogue whatever the filter is, so that a filter changes neither
 * what a cosine says nor which products match.
 */
final class Neighbours {
  private final Fusion fusion;
  private final float[] cosines;
  private final Fusion.Spread spread;

  private Neighbours(Fusion fusion, float[] cosines, Fusion.Spread spread) {
    this.fusion = fusion;
    this.cosines = cosines;
    this.spread = spread;
  }

  static Neighbours of(List<LeafReaderContext> leaves, TextVectors vectors, Sense sense)
      throws IOException {
    int documents = leaves.isEmpty() ? 0 : end(leaves.getLast());
    float[] cosines = new float[documents];
    Arrays.fill(cosines, Float.NaN);
    double sum = 0;
    double squares = 0;
    float best = 0;
    int count = 0;
    for (LeafReaderContext leaf : leaves) {
      SegmentColumns columns = SegmentColumns.of(leaf);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
        if (live == null || live.get(doc)) {
          ByteVector row = vectors.row(columns.number(doc));
          if (row != null) {
            float cosine = row.dot(sense.vector());
            cosines[leaf.docBase + doc] = cosine;
            sum += cosine;
            squares += (double) cosine * cosine;
            best = Math.max(best, cosine);
            count++;
          }
        }
      }
    }
    double mean = count > 0 ? sum / count : 0;
    double variance = count > 0 ? Math.max(0, squares / count - mean * mean) : 0;
    return new Neighbours(
        sense.fusion(), cosines, new Fusion.Spread(mean, Math.sqrt(variance), best));
  }

  private static int end(LeafReaderContext leaf) {
    return leaf.docBase + leaf.reader().maxDoc();
  }

  /** The share of meaning that a document has, 0 to 1. */
  double share(int document) {
    float cosine = cosines[document];
    return Float.isNaN(cosine) ? 0 : spread.share(cosine);
  }

  /** The matches by words and those near enough in meaning that pass the filter. */
  Matches join(Matches words, DocumentFilter filter) {
    int[] documents = new int[words.size() + 64];
    float[] scores = new float[documents.length];
    int size = 0;
    int word = 0;
    for (int document = 0; document < cosines.length; document++) {
      boolean worded = word < words.size() && words.doc(word) == document;
      if (worded || (share(document) >= fusion.cutOff() && filter.passes(document))) {
        if (size == documents.length) {
          documents = Arrays.copyOf(documents, 2 * size);
          scores = Arrays.copyOf(scores, 2 * size);
        }
        scores[size] = worded ? words.score(word) : 0;
        documents[size++] = document;
      }
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
