package dev.kindred.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts which items share baskets, one item at a time: memory for one row of pairs, not for all.
 */
final class PairCounter {
  /** One pair under consideration. */
  private record Pair(int other, double lift, double ratio, int support) {}

  private final Complements.Settings settings;
  private final Sparse baskets;
  private final Sparse byItem;
  private final int[] basketsOf;

  PairCounter(int items, List<int[]> baskets, Complements.Settings settings) {
    this.settings = settings;
    int size = baskets.stream().mapToInt(b -> b.length).sum();
    int[] rowOf = new int[size];
    int[] itemOf = new int[size];
    float[] ones = new float[size];
    Arrays.fill(ones, 1);
    int at = 0;
    for (int basket = 0; basket < baskets.size(); basket++) {
      for (int item : baskets.get(basket)) {
        if (item < 0 || item >= items) {
          throw new IllegalArgumentException(
              "item must be from 0 to " + (items - 1) + ", got " + item);
        }
        rowOf[at] = basket;
        itemOf[at++] = item;
      }
    }
    Sparse unordered = Sparse.grouped(baskets.size(), rowOf, itemOf, ones, size);
    this.byItem = unordered.transposed(items).summed();
    this.baskets = byItem.transposed(baskets.size());
    this.basketsOf = IntStream.range(0, items).map(byItem::length).toArray();
  }

  Complements complements() {
    int items = byItem.size();
    List<Pair[]> rows = IntStream.range(0, items).parallel().mapToObj(this::complementsOf).toList();
    int[] starts = new int[items + 1];
    for (int item = 0; item < items; item++) {
      starts[item + 1] = starts[item] + rows.get(item).length;
    }
    Pair[] all = rows.stream().flatMap(Arrays::stream).toArray(Pair[]::new);
    float[] lifts = new float[all.length];
    float[] ratios = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      lifts[i] = (float) all[i].lift();
      ratios[i] = (float) all[i].ratio();
    }
    return new Complements(
        starts,
        Arrays.stream(all).mapToInt(Pair::other).toArray(),
        lifts,
        ratios,
        Arrays.stream(all).mapToInt(Pair::support).toArray());
  }

  private Pair[] complementsOf(int item) {
    SparseCounts together = new SparseCounts();
    for (int at = byItem.starts()[item]; at < byItem.starts()[item + 1]; at++) {
      int basket = byItem.others()[at];
      for (int i = baskets.starts()[basket]; i < baskets.starts()[basket + 1]; i++) {
        together.add(baskets.others()[i]);
      }
    }
    return together
        .keys()
        .boxed()
        .filter(other -> other != item && together.count(other) >= settings.minSupport())
        .map(other -> pair(item, other, together.count(other)))
        .filter(pair -> pair.lift() > 1 && pair.ratio() >= settings.minLogLikelihoodRatio())
        .sorted(Comparator.comparingDouble(Pair::ratio).reversed().thenComparing(Pair::other))
        .limit(settings.perItem())
        .toArray(Pair[]::new);
  }

  private Pair pair(int item, int other, int support) {
    double all = baskets.size();
    double lift = support * all / ((double) basketsOf[item] * basketsOf[other]);
    return new Pair(
        other,
        lift,
        LogLikelihoodRatio.of(support, basketsOf[item], basketsOf[other], baskets.size()),
        support);
  }
}
