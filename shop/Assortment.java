import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Products from what invoices say of them: the commonest description, the recent price. */
final class Assortment {
  private static final int RECENT_LINES = 30;

  private Assortment() {}

  /** One of each product that was bought and has a description, by code. */
  static List<Goods> of(List<InvoiceLine> sold, List<Purchase> purchases) {
    Set<String> offered = purchases.stream().map(Purchase::code).collect(Collectors.toSet());
    Map<String, List<InvoiceLine>> byCode = new TreeMap<>();
    sold.stream()
        .filter(l -> offered.contains(l.code()) && !l.description().isEmpty())
        .forEach(l -> byCode.computeIfAbsent(l.code(), c -> new ArrayList<>()).add(l));
    Map<String, Integer> buyers = new HashMap<>();
    purchases.forEach(p -> buyers.merge(p.code(), 1, Integer::sum));
    List<Goods> goods = new ArrayList<>();
    byCode.forEach((code, lines) -> {
      String title = Title.of(mostFrequent(lines.stream().map(InvoiceLine::description).toList()));
      List<InvoiceLine> recent =
          lines.stream()
              .sorted(Comparator.comparing(InvoiceLine::time).reversed())
              .limit(RECENT_LINES)
              .toList();
      BigDecimal price =
          mostFrequent(
              recent.stream().map(l -> l.price().setScale(2, RoundingMode.HALF_UP)).toList());
      LocalDateTime since =
          lines.stream().map(InvoiceLine::time).min(Comparator.naturalOrder()).get();
      goods.add(
          new Goods(code, title, price, since, buyers.getOrDefault(code, 0), Title.facts(title)));
    });
    return goods;
  }

  /** The value seen most often; among equals the one seen first. */
  private static <T> T mostFrequent(List<T> values) {
    Map<T, Integer> seen = new LinkedHashMap<>();
    values.forEach(v -> seen.merge(v, 1, Integer::sum));
    int most = seen.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    return seen.entrySet().stream()
        .filter(e -> e.getValue() == most)
        .findFirst()
        .orElseThrow()
        .getKey();
  }
}
