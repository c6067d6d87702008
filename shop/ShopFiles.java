import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Writes the shop's files, compressed; the same content gives the same bytes. */
final class ShopFiles {
  private ShopFiles() {}

  private static Writer gzip(Path file) throws IOException {
    OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
          {
            def.setLevel(9);
          }
        };
    return new OutputStreamWriter(out, StandardCharsets.UTF_8);
  }

  /** Products as JSON lines, with what each is a variant of. */
  static void writeProducts(Path file, List<Goods> goods, Map<String, String> parents)
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
          c.stream().map(ShopFiles::json).collect(Collectors.joining(",", "[", "]"));
      default -> value.toString();
    };
  }

  /** Purchases as CSV. */
  static void writeEvents(Path file, List<Purchase> purchases) throws IOException {
    try (Writer out = gzip(file)) {
      out.write("event_id,type,user,session,product,quantity,value,time\n");
      for (Purchase p : purchases) {
        String paid =
            p.paid().setScale(2, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        out.write(
            String.join(
                ",",
                p.invoice() + "-" + p.code(),
                "purchase",
                p.customer(),
                p.invoice(),
                p.code(),
                Integer.toString(p.quantity()),
                paid,
                p.time().toInstant(ZoneOffset.UTC).toString()));
        out.write('\n');
      }
    }
  }
}
