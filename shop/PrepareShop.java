import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes the bundled shop from the Online Retail data: {@code java shop/PrepareShop.java
 * online_retail.csv.gz shop}.
 *
 * <p>Reads the invoice lines, writes {@code products.jsonl.gz} and {@code events.csv.gz}, and
 * prints how many lines each rule took. The same input gives the same bytes. README.md beside this
 * file explains the rules.
 */
final class PrepareShop {
  /** Goods have five digits and at most two letters, or the shop's own prefix. */
  private static final Pattern GOODS = Pattern.compile("[0-9]{5}[A-Z]{0,2}|DCGS[0-9A-Z]+");

  private static final Set<String> NOT_GOODS =
      Set.of("NEXT DAY CARRIAGE", "HIGH RESOLUTION IMAGE", "PACKING CHARGE");

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: java shop/PrepareShop.java online_retail.csv.gz OUTPUT_FOLDER");
      System.exit(2);
    }
    new PrepareShop().run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void run(Path source, Path folder) throws IOException {
    List<InvoiceLine> lines = InvoiceFile.read(source);
    counts.put("lines read", lines.size());
    lines =
        keep(lines, "not goods: postage, fees, vouchers, samples, adjustments", l -> !isGoods(l));
    Set<String> collected = InvoiceFile.collectedOrders(source);
    lines =
        keep(
            lines,
            "many web orders collected in one invoice without customer",
            l -> l.customer().isEmpty() && collected.contains(l.invoice()));
    lines = keep(lines, "price of zero or less", l -> l.price().signum() <= 0);
    List<InvoiceLine> cancelling = lines.stream().filter(InvoiceLine::cancels).toList();
    lines = keep(lines, "cancelling lines", InvoiceLine::cancels);
    lines = keep(lines, "quantity of zero or less", l -> l.quantity() <= 0);
    List<InvoiceLine> sold = lines;
    List<Purchase> purchases = new Purchases(counts).of(lines, cancelling);
    counts.put("events written", purchases.size());

    List<Goods> goods = Assortment.of(sold, purchases);
    counts.put("products written", goods.size());
    counts.put(
        "customers",
        (int)
            purchases.stream()
                .map(Purchase::customer)
                .filter(c -> !c.isEmpty())
                .distinct()
                .count());
    counts.put(
        "anonymous sessions",
        (int)
            purchases.stream()
                .filter(p -> p.customer().isEmpty())
                .map(Purchase::invoice)
                .distinct()
                .count());

    Map<String, String> parents = Variants.parents(goods);
    counts.put("variants of another product", parents.size());
    counts.put(
        "products with a category",
        (int) goods.stream().filter(g -> g.facts().category().isPresent()).count());
    ShopFiles.writeProducts(folder.resolve("products.jsonl.gz"), goods, parents);
    ShopFiles.writeEvents(folder.resolve("events.csv.gz"), purchases);
    counts.forEach((what, n) -> System.out.printf(Locale.ROOT, "%,9d  %s%n", n, what));
  }

  private List<InvoiceLine> keep(
      List<InvoiceLine> lines, String rule, Predicate<InvoiceLine> drop) {
    List<InvoiceLine> kept = lines.stream().filter(l -> !drop.test(l)).toList();
    counts.put("  dropped, " + rule, lines.size() - kept.size());
    return kept;
  }

  private static boolean isGoods(InvoiceLine line) {
    return GOODS.matcher(line.code()).matches()
        && !NOT_GOODS.contains(line.description().toUpperCase(Locale.ROOT));
  }
}
