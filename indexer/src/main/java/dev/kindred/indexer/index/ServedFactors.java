package dev.kindred.indexer.index;

import dev.kindred.indexer.graph.VectorGraph;
import dev.kindred.indexer.store.ProductChange;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;

/**
 * The factors of one generation together with their graph, if the catalogue is large enough to have
 * one: both change in one step, so no answer mixes two generations.
 */
record ServedFactors(
    ServingFactors factors, Optional<VectorGraph<float[]>> graph, FactorPlan plan) {

  /** Factors that are looked at one by one. */
  static ServedFactors scanned(ServingFactors factors) {
    return new ServedFactors(factors, Optional.empty(), FactorPlan.SCAN);
  }

  /** Takes up a product's change before it can be found. */
  void follow(ProductChange change) {
    boolean moved =
        change.product().isPresent() && factors.expect(change.number(), change.product().get());
    if (graph.isEmpty()) {
      return;
    }
    try {
      Optional<float[]> factor = factors.of(change.number());
      if (change.product().isEmpty()) {
        graph.get().delete(change.number());
      } else if (factor.isPresent() && (moved || !graph.get().holds(change.number()))) {
        graph.get().put(change.number(), factor.get());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives a product the factor that its content leads one to expect now; whether that moved it. */
  boolean expect(int number, Product product) throws IOException {
    boolean moved = factors.expect(number, product);
    Optional<float[]> factor = factors.of(number);
    if (moved && factor.isPresent() && graph.isPresent() && graph.get().holds(number)) {
      graph.get().put(number, factor.get());
    }
    return moved;
  }

  /** Gives a product another factor, which no content overrules. */
  void move(int number, float[] factor) throws IOException {
    factors.put(number, factor);
    if (graph.isPresent() && graph.get().holds(number)) {
      graph.get().put(number, factor);
    }
  }

  /** Makes the graph, if there is one, hold exactly these products. */
  void hold(BitSet products) throws IOException {
    if (graph.isPresent()) {
      graph.get().hold(products, factors::of);
    }
  }

  /** These, without the graph if that has failed: the scan always can. */
  ServedFactors working() {
    return graph.isEmpty() || graph.get().isOpen() ? this : scanned(factors);
  }

  void refresh() throws IOException {
    if (graph.isPresent()) {
      graph.get().refresh();
    }
  }

  void commit() throws IOException {
    if (graph.isPresent()) {
      graph.get().commit();
    }
  }

  /** Gives the graph up for good; nobody may change it any more. */
  void retire() throws IOException {
    if (graph.isPresent()) {
      graph.get().retire();
    }
  }

  /** Closes the graph; the next run can take it up. */
  void close() throws IOException {
    if (graph.isPresent()) {
      graph.get().close();
    }
  }

  /**
   * Of the matches, those that the graph finds near a factor: what is best by inner product is
   * among them, but for the graph's errors.
   *
   * @param wanted how many of the best are needed
   * @return empty when all matches have to be looked at
   */
  Optional<Matches> nearest(
      List<LeafReaderContext> leaves, Matches matches, boolean all, float[] factor, int wanted)
      throws IOException {
    if (graph.isEmpty() || !plan.asksGraph(matches.size(), wanted)) {
      return Optional.empty();
    }
    int[] numbers = matches.numbers(leaves);
    Optional<BitSet> passing = all ? Optional.empty() : Optional.of(setOf(numbers));
    Optional<BitSet> near = graph.get().nearest(factor, plan.candidates(wanted), passing);
    if (near.isEmpty()) {
      return Optional.empty();
    }
    int[] kept = new int[near.get().cardinality()];
    int size = 0;
    for (int match = 0; match < numbers.length; match++) {
      if (near.get().get(numbers[match])) {
        kept[size++] = match;
      }
    }
    return size < wanted ? Optional.empty() : Optional.of(matches.only(Arrays.copyOf(kept, size)));
  }

  private static BitSet setOf(int[] numbers) {
    BitSet set = new BitSet();
    for (int number : numbers) {
      set.set(number);
    }
    return set;
  }
}
