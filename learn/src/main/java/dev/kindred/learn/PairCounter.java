package dev.kindred.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts which items share baskets, one item at a time: memory for one row of pairs, not for all.
 */
final class PairCounter {
  private static final int ITEMS_AT_ONCE = 1024;
  private static final Comparator<Pair> SUREST_FIRST =
      Comparator.comparingDouble(Pair::ratio).reversed().thenComparing(Pair::other);

  private record Pair(int other, double lift, double ratio, int support) {}

  private final Complements.Settings settings;
  private final Sparse baskets;
  private final Sparse byItem;

  PairCounter(int items, List<int[]> baskets, Complements.Settings settings) {
    this.settings = settings;
    List<int[]> thinned = new ArrayList<>(baskets.size());
    int size = 0;
    for (int basket = 0; basket < baskets.size(); basket++) {
      int[] distinct = Arrays.stream(baskets.get(basket)).sorted().distinct().toArray();
      if (distinct.length > 0 && (distinct[0] < 0 || distinct[distinct.length - 1] >= items)) {
        int wrong = distinct[0] < 0 ? distinct[0] : distinct[distinct.length - 1];
        throw new IllegalArgumentException(
            "item must be from 0 to " + (items - 1) + ", got " + wrong);
      }
      thinned.add(thinned(distinct, basket));
      size += thinned.get(basket).length;
    }
    int[] starts = new int[thinned.size() + 1];
    int[] others = new int[size];
    for (int basket = 0; basket < thinned.size(); basket++) {
      int[] held = thinned.get(basket);
      System.arraycopy(held, 0, others, starts[basket], held.length);
      starts[basket + 1] = starts[basket] + held.length;
    }
    this.baskets = new Sparse(starts, others, new float[size]);
    this.byItem = this.baskets.transposed(items);
  }

  /* The items of a huge basket with the lowest hashes: a random choice that is always the same. */
  private int[] thinned(int[] items, int basket) {
    if (items.length <= settings.largestBasket()) {
      return items;
    }
    return Arrays.stream(items)
        .boxed()
        .sorted(Comparator.comparingLong((Integer item) -> mixed(basket, item)))
        .limit(settings.largestBasket())
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static long mixed(int basket, int item) {
    long bits = ((long) basket << 32 | item) * 0x9E3779B97F4A7C15L;
    bits = (bits ^ bits >>> 29) * 0xBF58476D1CE4E5B9L;
    return bits ^ bits >>> 32;
  }

  Complements complements() {
    int items = byItem.size();
    Pair[][] rows = new Pair[items][];
    Parallel.ranges(
        items,
        ITEMS_AT_ONCE,
        (from, to) -> {
          int[] together = new int[items];
          for (int item = from; item < to; item++) {
            rows[item] = complementsOf(item, together);
          }
        });
    int[] starts = new int[items + 1];
    for (int item = 0; item < items; item++) {
      starts[item + 1] = starts[item] + rows[item].length;
    }
    Pair[] all = Arrays.stream(rows).flatMap(Arrays::stream).toArray(Pair[]::new);
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

  /* together: a count per item, all 0 before and after. */
  private Pair[] complementsOf(int item, int[] together) {
    for (int at = byItem.starts()[item]; at < byItem.starts()[item + 1]; at++) {
      int basket = byItem.others()[at];
      for (int i = baskets.starts()[basket]; i < baskets.starts()[basket + 1]; i++) {
        together[baskets.others()[i]]++;
      }
    }
    List<Pair> found = new ArrayList<>();
    for (int at = byItem.starts()[item]; at < byItem.starts()[item + 1]; at++) {
      int basket = byItem.others()[at];
      for (int i = baskets.starts()[basket]; i < baskets.starts()[basket + 1]; i++) {
        int other = baskets.others()[i];
        if (other != item && together[other] >= settings.minSupport()) {
          consider(item, other, together[other], found);
        }
        together[other] = 0;
      }
    }
    found.sort(SUREST_FIRST);
    return found.stream().limit(settings.perItem()).toArray(Pair[]::new);
  }

  private void consider(int item, int other, int support, List<Pair> found) {
    double all = baskets.size();
    double first = byItem.length(item);
    double second = byItem.length(other);
    double lift = support * all / (first * second);
    double ratio = LogLikelihoodRatio.of(support, first, second, all);
    if (lift > 1 && ratio >= settings.minLogLikelihoodRatio()) {
      found.add(new Pair(other, lift, ratio, support));
    }
  }
}
