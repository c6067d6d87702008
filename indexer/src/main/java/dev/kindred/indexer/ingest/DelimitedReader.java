package dev.kindred.indexer.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.kindred.indexer.json.Json;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Separated values with a line of names. Quoted values may go over several lines; a quote that is
 * never closed costs its own line only. {@code \"} inside quotes is understood as a quote.
 */
final class DelimitedReader implements RecordReader {
  private static final int MOST_LINES_OF_A_RECORD = 500;

  private final LineReader lines;
  private final Deque<LineReader.Line> ahead = new ArrayDeque<>();
  private final char separator;
  private final String headerText;
  private final List<String> names;

  private DelimitedReader(LineReader lines, char separator, String headerText, List<String> names) {
    this.lines = lines;
    this.separator = separator;
    this.headerText = headerText;
    this.names = names;
  }

  static DelimitedReader open(String file, LineReader lines) {
    LineReader.Line header = lines.next().orElseThrow();
    while (header.text().isBlank()) {
      header = lines.next().orElseThrow(() -> new UnusableFileException(file + " is empty"));
    }
    if (header.problem().isPresent()) {
      throw new UnusableFileException(file + ": the first line is " + header.problem().get());
    }
    char separator = separator(header.text());
    List<String> names = cells(header.text(), separator).stream().map(String::strip).toList();
    checkNames(file, names);
    return new DelimitedReader(lines, separator, header.text(), names);
  }

  /** The candidate that is most frequent outside quotes; comma when there is none. */
  private static char separator(String header) {
    String outside = header.replaceAll("\"[^\"]*\"", "");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {'\t', ',', ';', '|'}) {
      long count = outside.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static void checkNames(String file, List<String> names) {
    String hint = "; the first line must hold the fields' names, such as: user,product,rating";
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (name.matches("[-+0-9.eE: ]*[0-9][-+0-9.eE: ]*")) {
        throw new UnusableFileException(file + " begins with the value " + name + hint);
      }
      if (!name.isEmpty() && !seen.add(name)) {
        throw new UnusableFileException(file + " has two fields named " + name);
      }
    }
    if (seen.isEmpty()) {
      throw new UnusableFileException(file + " has no names in its first line" + hint);
    }
  }

  @Override
  public Optional<Entry> next() {
    while (true) {
      Optional<LineReader.Line> line = line();
      if (line.isEmpty()) {
        return Optional.empty();
      }
      if (line.get().problem().isPresent()) {
        return Optional.of(unreadable(line.get(), line.get().text(), line.get().problem().get()));
      }
      if (!line.get().text().isBlank()) {
        return Optional.of(entry(line.get()));
      }
    }
  }

  private Optional<LineReader.Line> line() {
    LineReader.Line first = ahead.poll();
    return first == null ? lines.next() : Optional.of(first);
  }

  private Entry entry(LineReader.Line first) {
    if (separator == '\t' || first.text().indexOf('"') < 0) {
      return fields(first, first.text());
    }
    StringBuilder text = new StringBuilder(first.text());
    Deque<LineReader.Line> taken = new ArrayDeque<>();
    Quotes quotes = new Quotes(separator);
    quotes.read(first.text());
    while (quotes.open()) {
      Optional<LineReader.Line> more =
          taken.size() < MOST_LINES_OF_A_RECORD && text.length() < LineReader.LONGEST_LINE
              ? line()
              : Optional.empty();
      if (more.isEmpty() || more.get().problem().isPresent()) {
        more.ifPresent(taken::addLast);
        while (!taken.isEmpty()) {
          ahead.addFirst(taken.removeLast());
        }
        return unreadable(first, first.text(), "a quote is opened and not closed");
      }
      taken.addLast(more.get());
      text.append('\n').append(more.get().text());
      quotes.read("\n" + more.get().text());
    }
    return fields(first, text.toString());
  }

  private Entry fields(LineReader.Line first, String text) {
    List<String> cells;
    try {
      cells = cells(text, separator);
    } catch (CsvParseException e) {
      return unreadable(first, text, "quotes that do not fit");
    }
    if (cells.size() > names.size()) {
      return unreadable(
          first,
          text,
          String.format(Locale.ROOT, "%d values, but only %d names", cells.size(), names.size()));
    }
    if (cells.size() < names.size() && cells.size() == 1) {
      return unreadable(first, text, "1 value, but " + names.size() + " names");
    }
    ObjectNode fields = Json.mapper().createObjectNode();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isBlank() && !names.get(i).isEmpty()) {
        fields.put(names.get(i), cells.get(i));
      }
    }
    return new Entry.Fields(first.number(), fields, text);
  }

  private static Entry unreadable(LineReader.Line line, String text, String reason) {
    return new Entry.Unreadable(line.number(), text, Optional.empty(), reason);
  }

  private static List<String> cells(String text, char separator) {
    if (separator == '\t' || text.indexOf('"') < 0) {
      return split(text, separator);
    }
    String standard = text.indexOf("\\\"") < 0 ? text : text.replace("\\\"", "\"\"");
    return CsvReader.builder()
        .fieldSeparator(separator)
        .trimWhitespacesAroundQuotes(true)
        .maxBufferSize(2 * LineReader.LONGEST_LINE)
        .ofSingleCsvRecord(standard)
        .getFields();
  }

  private static List<String> split(String text, char separator) {
    List<String> cells = new java.util.ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      cells.add(unquoted(text.substring(from, at)));
      from = at + 1;
    }
    cells.add(unquoted(text.substring(from)));
    return cells;
  }

  private static String unquoted(String cell) {
    boolean quoted =
        cell.length() >= 2 && cell.charAt(0) == '"' && cell.charAt(cell.length() - 1) == '"';
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  @Override
  public String format() {
    return switch (separator) {
      case '\t' -> "TSV";
      case ';' -> "CSV separated by ;";
      case '|' -> "CSV separated by |";
      default -> "CSV";
    };
  }

  @Override
  public Optional<String> header() {
    return Optional.of(headerText);
  }

  @Override
  public Optional<String> breakage() {
    return lines.breakage();
  }
}
