package dev.kindred.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How much of the processors' time went to other virtual machines since this was made: what a
 * measurement of time is to be read with.
 *
 * <p>Implementation note: Linux counts it in the eighth number of the first line of {@code
 * /proc/stat}; elsewhere nothing is known.
 */
public final class StolenTime {
  private static final Path COUNTS = Path.of("/proc/stat");
  private static final int STOLEN = 7;
  private static final int COUNTED = 8;

  private final long[] before = counts();

  /** The share, 0 to 1; empty where the system does not say. */
  public OptionalDouble share() {
    long[] now = counts();
    long all = Arrays.stream(now).sum() - Arrays.stream(before).sum();
    return now.length < COUNTED || before.length < COUNTED || all <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((now[STOLEN] - before[STOLEN]) / (double) all);
  }

  private static long[] counts() {
    try {
      String first = Files.readAllLines(COUNTS).getFirst();
      return Arrays.stream(first.strip().split("\\s+"))
          .skip(1)
          .limit(COUNTED)
          .mapToLong(Long::parseLong)
          .toArray();
    } catch (IOException | NumberFormatException e) {
      return new long[0];
    }
  }
}
