import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Reads the source: invoice lines as CSV, compressed. */
final class InvoiceFile {
  private InvoiceFile() {}

  /** All lines, in their order; codes in capitals, descriptions with single blanks. */
  static List<InvoiceLine> read(Path source) throws IOException {
    DateTimeFormatter times = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    List<InvoiceLine> lines = new ArrayList<>();
    for (List<String> f : csv(source)) {
      lines.add(
          new InvoiceLine(
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
  static Set<String> collectedOrders(Path source) throws IOException {
    return csv(source).stream()
        .filter(f -> f.get(1).equals("DOT"))
        .map(f -> f.get(0))
        .collect(Collectors.toSet());
  }
}
