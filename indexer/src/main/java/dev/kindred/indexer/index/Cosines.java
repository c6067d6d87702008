package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;

/** How near the products of one state of the index are to a query, by their cosines with it. */
interface Cosines {
  /** Of very many products the graph is asked for so many; no more can be found by meaning. */
  int NEAREST = 1_000;

  /** The cosine of a document; NaN if it has no vector. */
  float of(int document);

  /** The documents with at least this share of meaning, above 0, in index order. */
  int[] near(double share);

  /** How the cosines of all products are spread. */
  Fusion.Spread spread();

  /** {@link TextVectors#version} before they were read. */
  long version();

  /** How much memory this takes, about. */
  long bytes();

  /** The share of meaning that a document has, 0 to 1. */
  default double share(int document) {
    float cosine = of(document);
    return Float.isNaN(cosine) ? 0 : spread().share(cosine);
  }

  /** By the graph if there is one, else by looking at all vectors. */
  static Cosines of(List<LeafReaderContext> leaves, TextVectors vectors, ByteVector query)
      throws IOException {
    Optional<BitSet> nearest = vectors.nearest(query, NEAREST);
    return nearest.isPresent()
        ? NearestCosines.of(leaves, vectors, query, nearest.get())
        : AllCosines.of(leaves, vectors, query);
  }
}
