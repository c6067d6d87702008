package dev.kindred.indexer.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one import rejected, as it lies in the folder of rejected lines.
 *
 * @param file with the rejected lines, to be mended and imported again
 * @param source what was imported, without its ending
 * @param time when the import began
 * @param count of all rejected lines
 * @param because how many lines broke which rule, most first
 * @param first rejected lines, in the order of the source
 */
public record RejectedImport(
    String file,
    String source,
    Instant time,
    long count,
    Map<String, Long> because,
    List<Rejected> first) {

  private static final Pattern NAME =
      Pattern.compile(
          "((.+)-([0-9]{8}-[0-9]{6})[.](?:jsonl|csv|tsv))" + Pattern.quote(Rejects.REASONS));
  private static final int MOST_REASONS = 20;

  /**
   * Reads a folder of rejected lines, which need not be there.
   *
   * @param mostImports newest first
   * @param mostLines of each
   */
  public static List<RejectedImport> in(Path folder, int mostImports, int mostLines) {
    List<Matcher> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .forEach(names::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be read", e);
    }
    return names.stream()
        .sorted(
            Comparator.comparing((Matcher name) -> name.group(3))
                .reversed()
                .thenComparing(name -> name.group(1)))
        .limit(mostImports)
        .map(name -> read(folder, name, mostLines))
        .toList();
  }

  private static RejectedImport read(Path folder, Matcher name, int mostLines) {
    Map<String, Long> because = new HashMap<>();
    List<Rejected> first = new ArrayList<>();
    long count = 0;
    try (BufferedReader reasons = Files.newBufferedReader(folder.resolve(name.group()))) {
      reasons.readLine();
      for (String line = reasons.readLine(); line != null; line = reasons.readLine()) {
        String[] cells = line.split("\t", 3);
        if (cells.length < 3) {
          continue; // An import that still runs has not written the whole line.
        }
        Rejected rejected =
            new Rejected(
                Long.parseLong(cells[0]),
                Optional.of(cells[1]).filter(f -> !f.isEmpty()),
                cells[2]);
        count++;
        because.merge(rejected.rule(), 1L, Long::sum);
        if (first.size() < mostLines) {
          first.add(rejected);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name.group() + " cannot be read", e);
    }
    return new RejectedImport(
        name.group(1),
        name.group(2),
        Instant.from(Rejects.STAMP.parse(name.group(3))),
        count,
        most(because),
        List.copyOf(first));
  }

  private static Map<String, Long> most(Map<String, Long> because) {
    Map<String, Long> most = new LinkedHashMap<>();
    because.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_REASONS)
        .forEach(e -> most.put(e.getKey(), e.getValue()));
    return most;
  }
}
