package dev.kindred.engine;

import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the range in which most of some products' prices lie. */
final class PriceBands {
  private static final int FEWEST = 3;
  private static final int PARTS = 10;

  private PriceBands() {}

  /** From the first to the last tenth of the prices in the currency of most; empty if too few. */
  static Optional<Profile.PriceBand> of(Collection<Product> products) {
    Map<String, List<BigDecimal>> byCurrency = new TreeMap<>();
    for (Product product : products) {
      product
          .price()
          .filter(price -> price.signum() > 0)
          .ifPresent(price ->
              byCurrency
                  .computeIfAbsent(product.currency().orElse(""), c -> new ArrayList<>())
                  .add(price));
    }
    return byCurrency.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<String, List<BigDecimal>> e) -> e.getValue().size())
                .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
        .filter(e -> e.getValue().size() >= FEWEST)
        .map(e -> band(e.getKey(), e.getValue()));
  }

  private static Profile.PriceBand band(String currency, List<BigDecimal> prices) {
    List<BigDecimal> sorted = prices.stream().sorted().toList();
    int last = sorted.size() - 1;
    return new Profile.PriceBand(
        sorted.get(last / PARTS), sorted.get(last - last / PARTS), currency, sorted.size());
  }
}
