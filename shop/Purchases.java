import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was bought and kept: lines sold less what was cancelled, joined by invoice and product. */
final class Purchases {
  private final Map<String, Integer> counts;

  /**
   * @param counts takes how many lines each rule took
   */
  Purchases(Map<String, Integer> counts) {
    this.counts = counts;
  }

  /** By time, then invoice, then product. */
  List<Purchase> of(List<InvoiceLine> sold, List<InvoiceLine> cancelling) {
    return joined(cancel(sold, cancelling));
  }

  /** A line that was sold, with what is left of it after cancellations. */
  private static final class Open {
    private final InvoiceLine line;
    private int left;

    private Open(InvoiceLine line) {
      this.line = line;
      this.left = line.quantity();
    }
  }

  /**
   * Takes each cancelled quantity from the same customer's earlier lines of the same product: from
   * the latest with exactly that quantity and price, else from the latest backwards.
   */
  private List<Open> cancel(List<InvoiceLine> sold, List<InvoiceLine> cancelling) {
    List<Open> open = sold.stream().map(Open::new).toList();
    Map<String, List<Open>> byBuyer = new HashMap<>();
    for (Open o : open) {
      if (!o.line.customer().isEmpty()) {
        byBuyer
            .computeIfAbsent(o.line.customer() + "/" + o.line.code(), k -> new ArrayList<>())
            .add(o);
      }
    }
    int matched = 0;
    for (InvoiceLine c :
        cancelling.stream().sorted(Comparator.comparing(InvoiceLine::time)).toList()) {
      List<Open> earlier =
          byBuyer.getOrDefault(c.customer() + "/" + c.code(), List.of()).stream()
              .filter(o -> !o.line.time().isAfter(c.time()) && o.left > 0)
              .sorted(
                  Comparator.comparing(
                          (Open o) -> o.left == -c.quantity() && o.line.price().equals(c.price()))
                      .thenComparing((Open o) -> o.line.time())
                      .reversed())
              .toList();
      int rest = -c.quantity();
      for (Open o : earlier) {
        int taken = Math.min(rest, o.left);
        o.left -= taken;
        rest -= taken;
      }
      matched += rest == 0 ? 1 : 0;
    }
    counts.put("    of these matched in full to what they cancel", matched);
    counts.put(
        "  dropped, bought and wholly cancelled",
        (int) open.stream().filter(o -> o.left == 0).count());
    return open.stream().filter(o -> o.left > 0).toList();
  }

  private List<Purchase> joined(List<Open> open) {
    Map<String, Purchase> purchases = new LinkedHashMap<>();
    for (Open o : open) {
      InvoiceLine l = o.line;
      BigDecimal paid = l.price().multiply(BigDecimal.valueOf(o.left));
      purchases.merge(
          l.invoice() + "-" + l.code(),
          new Purchase(l.invoice(), l.code(), l.customer(), l.time(), o.left, paid),
          (a, b) ->
              new Purchase(
                  a.invoice(),
                  a.code(),
                  a.customer(),
                  a.time(),
                  a.quantity() + b.quantity(),
                  a.paid().add(b.paid())));
    }
    counts.put("  joined, same product again in one invoice", open.size() - purchases.size());
    return purchases.values().stream()
        .sorted(
            Comparator.comparing(Purchase::time)
                .thenComparing(Purchase::invoice)
                .thenComparing(Purchase::code))
        .toList();
  }
}
