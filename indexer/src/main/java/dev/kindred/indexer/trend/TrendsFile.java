package dev.kindred.indexer.trend;

import dev.kindred.learn.Checksummed;
import dev.kindred.learn.DecayedCounts;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Trends on disk, so that a start need not read all events again. What is lost or damaged is
 * counted anew from the store.
 */
final class TrendsFile {
  private static final int MAGIC = 0x4b54524e;
  private static final int MOST_TYPES = 1_000;
  private static final int VERSION = 2;

  private TrendsFile() {}

  /**
   * What was counted, and how far.
   *
   * @param sequence of the last event in it
   * @param forgetting sequence of the last time that somebody was forgotten
   * @param weights by type of event
   * @param newestMillis time of the newest event, since 1970
   * @param recent what loses half its worth with each half-life
   * @param ever what does not
   */
  record Saved(
      long sequence,
      long forgetting,
      double[] weights,
      long newestMillis,
      DecayedCounts recent,
      DecayedCounts ever) {}

  /** Writes beside the file first: a reader finds the old or the new, whole. */
  static void write(Path file, Saved saved) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
      Checksummed.write(
          out,
          MAGIC,
          VERSION,
          body -> {
            body.writeLong(saved.sequence());
            body.writeLong(saved.forgetting());
            body.writeInt(saved.weights().length);
            for (double weight : saved.weights()) {
              body.writeDouble(weight);
            }
            body.writeLong(saved.newestMillis());
            saved.recent().write(body);
            saved.ever().write(body);
          });
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Empty if the file is not there or of no use. */
  static Optional<Saved> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return Optional.of(Checksummed.read(in, "file of trends", MAGIC, VERSION, TrendsFile::body));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Saved body(DataInputStream in) throws IOException {
    long sequence = in.readLong();
    long forgetting = in.readLong();
    int types = in.readInt();
    if (types < 0 || types > MOST_TYPES) {
      throw new IOException("damaged: weights of " + types + " types of event");
    }
    double[] weights = new double[types];
    for (int type = 0; type < weights.length; type++) {
      weights[type] = in.readDouble();
    }
    long newestMillis = in.readLong();
    return new Saved(
        sequence,
        forgetting,
        weights,
        newestMillis,
        DecayedCounts.read(in),
        DecayedCounts.read(in));
  }
}
