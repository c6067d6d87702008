package dev.kindred.indexer.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.json.ReviewJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-02T08:26:00Z"));

  /** A store that is a map. */
  private final Map<String, String> held = new HashMap<>();

  private final List<String> reported = new ArrayList<>();

  private List<Outcome> apply(List<Change> changes) {
    return changes.stream()
        .map(change -> {
          String id;
          String json;
          switch (change) {
            case Change.PutProduct c -> {
              id = c.product().id();
              json = ProductJson.write(c.product());
            }
            case Change.AddEvent c -> {
              id = c.event().id();
              json = EventJson.write(c.event());
            }
            case Change.PutReview c -> {
              id = c.review().id();
              json = ReviewJson.write(c.review());
            }
            default -> throw new AssertionError(change);
          }
          String before = held.put(id, json);
          return new Outcome(
              before == null
                  ? Outcome.Kind.CREATED
                  : before.equals(json) ? Outcome.Kind.UNCHANGED : Outcome.Kind.UPDATED,
              held.size());
        })
        .collect(Collectors.toList());
  }

  private ImportSummary run(RecordKind kind, byte[] content, ImportOptions options)
      throws IOException {
    ImportListener listener =
        new ImportListener() {
          @Override
          public void begins(String format, List<String> mapping) {
            reported.add(format);
            reported.addAll(mapping);
          }

          @Override
          public void progress(
              long read, java.util.OptionalLong total, long records, long rejected) {}
        };
    try (Source source = Source.of("file.txt", new ByteArrayInputStream(content))) {
      return new Importer(this::apply, CLOCK, listener).run(kind, source, options);
    }
  }

  private ImportSummary run(RecordKind kind, String content) throws IOException {
    return run(kind, content.getBytes(StandardCharsets.UTF_8), ImportOptions.plain());
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static final String LAMP = "{\"id\":\"1\",\"title\":\"Lamp\",\"price\":3.50}";
  private static final String RUG = "{\"id\":\"2\",\"title\":\"Rug\"}";

  /** What stands between two good lines, and why it is rejected. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":\"3\"}|title must be given, got nothing",
        "{\"id\":\"3\",\"title\":\"\"}|title must be a text of 1 character or more, got nothing",
        "{\"id\":\"3\",\"title\":\"T\",\"price\":-1}|price must be a number from 0 to 1e15, got -1",
        "{\"id\":\"3\",\"title\":\"T\",\"price\":NaN}|price must be a number from 0 to 1e15, got"
            + " NaN",
        "{\"id\":\"3\",\"title\":\"T\",\"price\":\"cheap\"}|price must be a number from 0 to 1e15,"
            + " got \"cheap\"",
        "{\"id\":\"3\",\"title\":\"T\",\"created_at\":\"2026-02-30T00:00:00Z\"}|created_at must be"
            + " a date and time that exists, like 2026-01-02T08:26:00Z, got 2026-02-30T00:00:00Z",
        "{\"id\":\"3\",\"title\":7}|title must be a text in quotes, got 7",
        "{\"id\":\"3\",\"title\":\"T\"|not valid JSON at column 22: Unexpected end-of-input:"
            + " expected close marker for Object",
        "[1,2]|not a JSON object in braces",
        "{\"id\":\"3\",\"title\":\"T\"} x|*",
      })
  void aBadLineIsReportedAndTheRestGoesOn(String bad, String reason) throws IOException {
    ImportSummary summary = run(RecordKind.PRODUCTS, LAMP + "\n" + bad + "\n" + RUG + "\n");
    assertEquals(2, summary.created());
    assertEquals(1, summary.rejected());
    assertEquals(2, summary.firstRejected().getFirst().line());
    if (!reason.equals("*")) {
      assertEquals(reason, summary.firstRejected().getFirst().reason());
    }
  }

  @Test
  void brokenUtf8AndTooLongLinesCostOnlyThemselves() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes((LAMP + "\n{\"id\":\"").getBytes(StandardCharsets.UTF_8));
    file.writeBytes(new byte[] {(byte) 0xc3, (byte) 0x28});
    file.writeBytes("\",\"title\":\"T\"}\n".getBytes(StandardCharsets.UTF_8));
    byte[] longLine = new byte[LineReader.LONGEST_LINE + 10];
    Arrays.fill(longLine, (byte) 'x');
    file.writeBytes(longLine);
    file.writeBytes(("\n" + RUG).getBytes(StandardCharsets.UTF_8));
    ImportSummary summary = run(RecordKind.PRODUCTS, file.toByteArray(), ImportOptions.plain());
    assertEquals(2, summary.created());
    assertEquals(
        List.of("2 not valid UTF-8", "3 longer than 4 MB"),
        summary.firstRejected().stream().map(r -> r.line() + " " + r.reason()).toList());
  }

  @Test
  void aTitleOfAMegabyteIsRejectedByName() throws IOException {
    String huge = "{\"id\":\"3\",\"title\":\"" + "x".repeat(1 << 20) + "\"}";
    ImportSummary summary = run(RecordKind.PRODUCTS, LAMP + "\n" + huge);
    assertTrue(
        summary.firstRejected().getFirst().reason().startsWith("title must be at most 2000"),
        summary::toString);
  }

  @Test
  void controlCharactersBecomeBlanksAndAreCounted() throws IOException {
    ImportSummary summary = run(RecordKind.PRODUCTS, "{\"id\":\"1\",\"title\":\"a\\u0007b\"}");
    assertEquals("{\"id\":\"1\",\"title\":\"a b\",\"in_stock\":true}", held.get("1"));
    assertEquals(Map.of("title: control characters replaced by blanks", 1L), summary.warnings());
  }

  @Test
  void ofATruncatedGzipWhatCanBeReadCounts() throws IOException {
    String lines =
        IntStream.range(0, 20_000)
            .mapToObj(i -> "{\"id\":\"" + i + "\",\"title\":\"Lamp " + i * 7919L % 10_007 + "\"}\n")
            .collect(Collectors.joining());
    byte[] packed = gzip(lines.getBytes(StandardCharsets.UTF_8));
    ImportSummary summary =
        run(RecordKind.PRODUCTS, Arrays.copyOf(packed, packed.length / 2), ImportOptions.plain());
    assertTrue(summary.created() > 5_000 && summary.created() < 15_000, summary::toString);
    assertTrue(summary.breakage().orElseThrow().contains("ends too early"));
    assertEquals(1, summary.rejected());
  }

  @Test
  void theLastOfSeveralWithOneIdCounts() throws IOException {
    ImportSummary summary =
        run(
            RecordKind.PRODUCTS,
            LAMP + "\n" + LAMP.replace("Lamp", "Lantern") + "\n" + LAMP.replace("Lamp", "Light"));
    assertEquals(2, summary.repeatedIds());
    assertTrue(held.get("1").contains("Light"));
  }

  @Test
  void rejectedLinesCanBeMendedAndImportedAgain(@TempDir Path folder) throws IOException {
    String csv = "user;product;rating\nu1;p1;4\nu2;p2;many\nu3;p3;\"5\n";
    ImportOptions options =
        new ImportOptions(Map.of(), false, Optional.of(folder.resolve("rejects")));
    ImportSummary summary = run(RecordKind.EVENTS, csv.getBytes(StandardCharsets.UTF_8), options);
    Path rejects = summary.rejectsFile().orElseThrow();
    assertEquals("user;product;rating\nu2;p2;many\nu3;p3;\"5\n", Files.readString(rejects));
    assertEquals(
        "line\tfield\treason\n"
            + "3\tvalue\tvalue must be a price, like 12.99 or 12,99 EUR, got many\n"
            + "4\t\ta quote is opened and not closed\n",
        Files.readString(rejects.resolveSibling(rejects.getFileName() + ".reasons.tsv")));
    RejectedImport listed = RejectedImport.in(folder.resolve("rejects"), 10, 1).getFirst();
    assertEquals(rejects.getFileName().toString(), listed.file());
    assertEquals(CLOCK.instant(), listed.time());
    assertEquals(2, listed.count());
    assertEquals(
        Map.of(
            "value must be a price, like 12.99 or 12,99 EUR", 1L,
            "a quote is opened and not closed", 1L),
        listed.because());
    assertEquals(summary.firstRejected().subList(0, 1), listed.first());
    assertEquals(List.of(), RejectedImport.in(folder.resolve("none"), 10, 10));
    String mended = Files.readString(rejects).replace("many", "3").replace("\"5", "5");
    assertEquals(2, run(RecordKind.EVENTS, mended).created());
    assertEquals(3, held.size());
  }

  @Test
  void strictStopsAtTheFirstBadLineAndKeepsWhatCameBefore() throws IOException {
    ImportSummary summary =
        run(
            RecordKind.PRODUCTS,
            (LAMP + "\n{}\n" + RUG).getBytes(StandardCharsets.UTF_8),
            new ImportOptions(Map.of(), true, Optional.empty()));
    assertEquals(Optional.of(2L), summary.stoppedAtLine());
    assertEquals(1, summary.created());
    assertFalse(held.containsKey("2"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', file.txt is empty",
    "'1\t2\t3\n4\t5\t6', 'file.txt begins with the value 1; the first line must hold the fields''"
        + " names, such as: user,product,rating'",
    "'a,a\n1,2', file.txt has two fields named a",
    "'colour,size\nred,3', 'no field of the file is recognised as the id; it has colour, size; say"
        + " which one with --map id=NAME'",
  })
  void aFileOfWhichNothingCanBeMadeSaysWhy(String content, String message) {
    assertEquals(
        message,
        assertThrows(UnusableFileException.class, () -> run(RecordKind.PRODUCTS, content))
            .getMessage());
    assertTrue(held.isEmpty());
  }

  @Test
  void whatIsWantedOverrulesWhatIsRecognised() throws IOException {
    ImportOptions options =
        new ImportOptions(Map.of("title", "label", "price", "cents/100"), false, Optional.empty());
    run(
        RecordKind.PRODUCTS,
        "sku,name,label,cents\n7,X,Lamp,250\n".getBytes(StandardCharsets.UTF_8),
        options);
    assertEquals(
        "{\"id\":\"7\",\"title\":\"Lamp\",\"price\":2.5,\"in_stock\":true,"
            + "\"attributes\":{\"name\":\"X\"}}",
        held.get("7"));
    ImportOptions misspelt = new ImportOptions(Map.of("title", "lable"), false, Optional.empty());
    assertEquals(
        "the file has no field lable; did you mean label?",
        assertThrows(
                UnusableFileException.class,
                () ->
                    run(
                        RecordKind.PRODUCTS,
                        "sku,label\n7,X\n".getBytes(StandardCharsets.UTF_8),
                        misspelt))
            .getMessage());
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException {
    int lines = 200_000;
    InputStream endless =
        new InputStream() {
          private byte[] line = "user,product,time\n".getBytes(StandardCharsets.UTF_8);
          private int at;
          private int made;

          @Override
          public int read() {
            if (at == line.length) {
              if (made == lines) {
                return -1;
              }
              made++;
              line =
                  ("u" + made % 100 + ",p" + made % 1000 + "," + (1_600_000_000 + made) + "\n")
                      .getBytes(StandardCharsets.UTF_8);
              at = 0;
            }
            return line[at++];
          }

          @Override
          public int read(byte[] into, int from, int length) {
            int n = 0;
            for (int b = 0; n < length && (b = read()) >= 0; n++) {
              into[from + n] = (byte) b;
            }
            return n == 0 ? -1 : n;
          }
        };
    int[] largest = new int[1];
    long[] count = new long[1];
    Importer.Sink sink =
        changes -> {
          largest[0] = Math.max(largest[0], changes.size());
          count[0] += changes.size();
          return List.of();
        };
    try (Source source = Source.of("endless", endless)) {
      ImportSummary summary =
          new Importer(sink, CLOCK, ImportListener.silent())
              .run(RecordKind.EVENTS, source, ImportOptions.plain());
      assertEquals(lines, summary.records());
    }
    assertEquals(lines, count[0]);
    assertEquals(20_000, largest[0]);
  }
}
