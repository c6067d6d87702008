import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the bundled shop from the Online Retail data: {@code java shop/PrepareShop.java
 * online_retail.csv.gz shop}.
 *
 * <p>Reads the invoice lines, writes {@code products.jsonl.gz} and {@code events.csv.gz}, and prints
 * how many lines each rule took. The same input gives the same bytes. README.md beside this file
 * explains the rules.
 */
final class PrepareShop {
  /** Goods have five digits and at most two letters, or the shop's own prefix. */
  private static final Pattern GOODS = Pattern.compile("[0-9]{5}[A-Z]{0,2}|DCGS[0-9A-Z]+");

  private static final Set<String> NOT_GOODS =
      Set.of("NEXT DAY CARRIAGE", "HIGH RESOLUTION IMAGE", "PACKING CHARGE");

  private static final int RECENT_LINES = 30;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /** One invoice line as in the source; customer is empty where unknown. */
  record Line(
      String invoice,
      String code,
      String description,
      int quantity,
      LocalDateTime time,
      BigDecimal price,
      String customer) {
    boolean cancels() {
      return invoice.startsWith("C");
    }
  }

  /** What one invoice holds of one product. */
  record Purchase(
      String invoice, String code, String customer, LocalDateTime time, int quantity, BigDecimal paid) {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("usage: java shop/PrepareShop.java online_retail.csv.gz OUTPUT_FOLDER");
      System.exit(2);
    }
    new PrepareShop().run(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  private void run(Path source, Path folder) throws IOException {
    List<Line> lines = read(source);
    counts.put("lines read", lines.size());
    lines = keep(lines, "not goods: postage, fees, vouchers, samples, adjustments", l -> !isGoods(l));
    Set<String> collected = collectedOrders(source);
    lines =
        keep(
            lines,
            "many web orders collected in one invoice without customer",
            l -> l.customer.isEmpty() && collected.contains(l.invoice));
    lines =
        keep(lines, "price of zero or less", l -> l.price.signum() <= 0);
    List<Line> cancelling = lines.stream().filter(Line::cancels).toList();
    lines = keep(lines, "cancelling lines", Line::cancels);
    lines = keep(lines, "quantity of zero or less", l -> l.quantity <= 0);
    List<Line> sold = lines;
    List<Purchase> purchases = purchases(cancel(lines, cancelling));
    counts.put("events written", purchases.size());

    Set<String> offered = purchases.stream().map(Purchase::code).collect(Collectors.toSet());
    List<Goods> goods = goods(sold, purchases, offered);
    counts.put("products written", goods.size());
    counts.put(
        "customers", (int) purchases.stream().map(Purchase::customer).filter(c -> !c.isEmpty()).distinct().count());
    counts.put(
        "anonymous sessions",
        (int) purchases.stream().filter(p -> p.customer.isEmpty()).map(Purchase::invoice).distinct().count());

    Map<String, String> parents = Variants.parents(goods);
    counts.put("variants of another product", parents.size());
    counts.put("products with a category", (int) goods.stream().filter(g -> g.facts().category().isPresent()).count());
    writeProducts(folder.resolve("products.jsonl.gz"), goods, parents);
    writeEvents(folder.resolve("events.csv.gz"), purchases);
    counts.forEach((what, n) -> System.out.printf(Locale.ROOT, "%,9d  %s%n", n, what));
  }

  private List<Line> keep(List<Line> lines, String rule, java.util.function.Predicate<Line> drop) {
    List<Line> kept = lines.stream().filter(l -> !drop.test(l)).toList();
    counts.put("  dropped, " + rule, lines.size() - kept.size());
    return kept;
  }

  private static boolean isGoods(Line line) {
    return GOODS.matcher(line.code).matches()
        && !NOT_GOODS.contains(line.description.toUpperCase(Locale.ROOT));
  }

  // --- reading ---------------------------------------------------------------------------------

  private static List<Line> read(Path source) throws IOException {
    DateTimeFormatter times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    List<Line> lines = new ArrayList<>();
    for (List<String> f : csv(source)) {
      lines.add(
          new Line(
              f.get(0),
              f.get(1).toUpperCase(Locale.ROOT),
              f.get(2).strip().replaceAll("\\s+", " "),
              Integer.parseInt(f.get(3)),
              LocalDateTime.parse(f.get(4), times),
              new BigDecimal(f.get(5)),
              f.get(6)));
    }
    return lines;
  }

  private static List<List<String>> csv(Path source) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        rows.add(cells(line));
      }
    }
    return rows;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>(8);
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  /** Invoices with a line of web postage: a day's orders of many people, booked as one. */
  private static Set<String> collectedOrders(Path source) throws IOException {
    return csv(source).stream()
        .filter(f -> f.get(1).equals("DOT"))
        .map(f -> f.get(0))
        .collect(Collectors.toSet());
  }

  // --- cancellations and purchases -------------------------------------------------------------

  /** A line that was sold, with what is left of it after cancellations. */
  private static final class Open {
    private final Line line;
    private int left;

    private Open(Line line) {
      this.line = line;
      this.left = line.quantity;
    }
  }

  /**
   * Takes each cancelled quantity from the same customer's earlier lines of the same product: from
   * the latest with exactly that quantity and price, else from the latest backwards.
   */
  private List<Open> cancel(List<Line> sold, List<Line> cancelling) {
    List<Open> open = sold.stream().map(Open::new).toList();
    Map<String, List<Open>> byBuyer = new HashMap<>();
    for (Open o : open) {
      if (!o.line.customer.isEmpty()) {
        byBuyer.computeIfAbsent(o.line.customer + "/" + o.line.code, k -> new ArrayList<>()).add(o);
      }
    }
    int matched = 0;
    for (Line c : cancelling.stream().sorted(Comparator.comparing(Line::time)).toList()) {
      List<Open> earlier =
          byBuyer.getOrDefault(c.customer + "/" + c.code, List.of()).stream()
              .filter(o -> !o.line.time.isAfter(c.time) && o.left > 0)
              .sorted(
                  Comparator.comparing(
                          (Open o) -> o.left == -c.quantity && o.line.price.equals(c.price))
                      .thenComparing((Open o) -> o.line.time)
                      .reversed())
              .toList();
      int rest = -c.quantity;
      for (Open o : earlier) {
        int taken = Math.min(rest, o.left);
        o.left -= taken;
        rest -= taken;
      }
      matched += rest == 0 ? 1 : 0;
    }
    counts.put("    of these matched in full to what they cancel", matched);
    counts.put("  dropped, bought and wholly cancelled", (int) open.stream().filter(o -> o.left == 0).count());
    return open.stream().filter(o -> o.left > 0).toList();
  }

  private List<Purchase> purchases(List<Open> open) {
    Map<String, Purchase> purchases = new LinkedHashMap<>();
    for (Open o : open) {
      Line l = o.line;
      BigDecimal paid = l.price.multiply(BigDecimal.valueOf(o.left));
      purchases.merge(
          l.invoice + "-" + l.code,
          new Purchase(l.invoice, l.code, l.customer, l.time, o.left, paid),
          (a, b) ->
              new Purchase(
                  a.invoice, a.code, a.customer, a.time, a.quantity + b.quantity, a.paid.add(b.paid)));
    }
    counts.put("  joined, same product again in one invoice", open.size() - purchases.size());
    return purchases.values().stream()
        .sorted(
            Comparator.comparing(Purchase::time)
                .thenComparing(Purchase::invoice)
                .thenComparing(Purchase::code))
        .toList();
  }

  // --- products --------------------------------------------------------------------------------

  private static List<Goods> goods(
      List<Line> sold, List<Purchase> purchases, Set<String> offered) {
    Map<String, List<Line>> byCode = new TreeMap<>();
    sold.stream()
        .filter(l -> offered.contains(l.code) && !l.description.isEmpty())
        .forEach(l -> byCode.computeIfAbsent(l.code, c -> new ArrayList<>()).add(l));
    Map<String, Integer> buyers = new HashMap<>();
    purchases.forEach(p -> buyers.merge(p.code, 1, Integer::sum));
    List<Goods> goods = new ArrayList<>();
    byCode.forEach(
        (code, lines) -> {
          String title = Title.of(mostFrequent(lines.stream().map(Line::description).toList()));
          List<Line> recent =
              lines.stream()
                  .sorted(Comparator.comparing(Line::time).reversed())
                  .limit(RECENT_LINES)
                  .toList();
          BigDecimal price =
              mostFrequent(recent.stream().map(l -> l.price.setScale(2, RoundingMode.HALF_UP)).toList());
          LocalDateTime since = lines.stream().map(Line::time).min(Comparator.naturalOrder()).get();
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

  // --- writing ---------------------------------------------------------------------------------

  private static Writer gzip(Path file) throws IOException {
    OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(9);
          }
        };
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  private static void writeProducts(Path file, List<Goods> goods, Map<String, String> parents)
      throws IOException {
    try (Writer out = gzip(file)) {
      for (Goods g : goods) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", g.code());
        json.put("title", g.title());
        g.facts().category().ifPresent(c -> json.put("categories", List.of(c)));
        json.put("price", g.price());
        json.put("currency", "GBP");
        if (parents.containsKey(g.code())) {
          json.put("variant_of", parents.get(g.code()));
        }
        json.put("created_at", g.since().toInstant(ZoneOffset.UTC).toString());
        if (!g.facts().attributes().isEmpty()) {
          json.put("attributes", g.facts().attributes());
        }
        out.write(json(json));
        out.write('\n');
      }
    }
  }

  private static String json(Object value) {
    return switch (value) {
      case String s -> "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
      case Map<?, ?> m ->
          m.entrySet().stream()
              .map(e -> json(e.getKey()) + ":" + json(e.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Collection<?> c ->
          c.stream().map(PrepareShop::json).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  private static void writeEvents(Path file, List<Purchase> purchases) throws IOException {
    try (Writer out = gzip(file)) {
      out.write("event_id,type,user,session,product,quantity,value,time\n");
      for (Purchase p : purchases) {
        String paid = p.paid.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        out.write(
            String.join(
                ",",
                p.invoice + "-" + p.code,
                "purchase",
                p.customer,
                p.invoice,
                p.code,
                Integer.toString(p.quantity),
                paid,
                p.time.toInstant(ZoneOffset.UTC).toString()));
        out.write('\n');
      }
    }
  }
}
