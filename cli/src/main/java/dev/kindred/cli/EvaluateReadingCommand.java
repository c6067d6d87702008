package dev.kindred.cli;

import dev.kindred.evaluation.ReadingSpeed;
import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.model.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate reading}: how fast reviews are read. */
@Command(
    name = "reading",
    description = {
      "Read reviews in one thread, once to warm up and five times for the median.",
      "",
      "tokens_per_cpu_second counts the thread's own processor time, tokens_per_second the time on"
          + " the clock, which other work on the machine lengthens.",
      ""
    })
final class EvaluateReadingCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(names = "--reviews", required = true, paramLabel = "FILE", description = "Reviews.")
  private Path reviews;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Read the first N only; ${DEFAULT-VALUE} if not given.")
  private int limit;

  EvaluateReadingCommand() {}

  @Override
  public Integer call() throws IOException {
    if (limit < 1) {
      throw new CommandFailedException("--limit must be >= 1, got " + limit);
    }
    List<Review> read = new ArrayList<>();
    FileRecords.reviews(
        reviews,
        review -> {
          if (read.size() < limit) {
            read.add(review);
          }
        });
    if (read.isEmpty()) {
      throw new CommandFailedException("there are no reviews in " + reviews);
    }
    Figures.print(shared.console(), ReadingSpeed.of(read));
    return 0;
  }
}
