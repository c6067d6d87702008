package dev.kindred.indexer.generation;

import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which items people buy again, by the kind of thing: candles are used up, lamps are not.
 *
 * <p>Of a kind's purchases after a person's first basket, the share that the person had bought in
 * an earlier basket is drawn towards that of the whole shop, as if {@value #SHOP_PURCHASES} of its
 * purchases had been made in the kind. From a half on, what somebody has bought there is as likely
 * to be bought next as everything else together.
 */
final class Repeats {
  private static final double SHOP_PURCHASES = 50;
  private static final double HALF = 0.5;

  private static final class Count {
    private int purchases;
    private int again;

    void add(boolean isAgain) {
      purchases++;
      again += isAgain ? 1 : 0;
    }

    double share() {
      return purchases == 0 ? 0 : again / (double) purchases;
    }

    double shareTowards(double shop) {
      return (again + SHOP_PURCHASES * shop) / (purchases + SHOP_PURCHASES);
    }
  }

  private Repeats() {}

  /** The items of kinds that are bought again. */
  static BitSet of(TrainingSet set) {
    EventLog log = set.log();
    Map<String, Count> kinds = new HashMap<>();
    Count shop = new Count();
    int person = -1;
    int firstBasket = -1;
    Map<Integer, Integer> basketOf = new HashMap<>();
    for (int event : purchases(log)) {
      int basket = log.basketOf(event);
      if (log.personOf(event) != person) {
        person = log.personOf(event);
        firstBasket = basket;
        basketOf.clear();
      }
      int item = log.productOf(event);
      boolean isAgain = basketOf.getOrDefault(item, basket) != basket;
      basketOf.putIfAbsent(item, basket);
      if (basket != firstBasket) {
        shop.add(isAgain);
        kinds.computeIfAbsent(set.kindOf(item), k -> new Count()).add(isAgain);
      }
    }
    Set<String> bought = new HashSet<>();
    kinds.forEach((kind, count) -> {
      if (count.shareTowards(shop.share()) >= HALF) {
        bought.add(kind);
      }
    });
    BitSet items = new BitSet();
    for (int item = 0; item < set.items(); item++) {
      items.set(item, bought.contains(set.kindOf(item)));
    }
    return items;
  }

  /* Everybody's, one person after another, the earliest first. */
  private static int[] purchases(EventLog log) {
    return IntStream.range(0, log.size())
        .filter(event -> log.basketOf(event) >= 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingInt(log::personOf)
                .thenComparingLong(log::millisOf)
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
