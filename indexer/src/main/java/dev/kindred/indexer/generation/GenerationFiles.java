package dev.kindred.indexer.generation;

import dev.kindred.indexer.generation.Generation.Calibration;
import dev.kindred.indexer.generation.Generation.ItemFactors;
import dev.kindred.learn.Complements;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.OutdatedLayoutException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The files of generations: a folder each, {@code generations/7/}, written beside and moved into
 * place whole, so that a folder with a number is always complete.
 */
final class GenerationFiles {
  private static final int MAGIC = 0x4b475032;

  /** Ends the names of folders that are being written or deleted. */
  private static final String UNFINISHED = ".unfinished";

  private static final String CLAIM = "training.lock";

  private final Path root;

  GenerationFiles(Path root) {
    this.root = root;
  }

  /** Writes a generation; when this returns it is on disk. */
  void write(Generation generation, FactorModel model) {
    Path folder = folder(generation.number());
    Path unfinished = root.resolve(generation.number() + UNFINISHED);
    try {
      delete(unfinished);
      delete(folder);
      Files.createDirectories(unfinished);
      writeFile(unfinished.resolve("model.bin"), model::write);
      writeFile(unfinished.resolve("prior.bin"), generation.prior()::write);
      writeFile(unfinished.resolve("complements.bin"), generation.complements()::write);
      writeFile(unfinished.resolve("products.bin"), out -> writeProducts(generation, out));
      move(unfinished, folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write generation " + generation.number(), e);
    }
  }

  /**
   * Reads a generation.
   *
   * @throws UncheckedIOException if a file is missing or damaged
   */
  Generation read(int number) {
    Path folder = folder(number);
    try {
      FactorModel model = readFile(folder.resolve("model.bin"), FactorModel::read);
      ContentPrior prior = readFile(folder.resolve("prior.bin"), ContentPrior::read);
      Complements complements = readFile(folder.resolve("complements.bin"), Complements::read);
      return readFile(
          folder.resolve("products.bin"),
          in -> readProducts(number, in, model, prior, complements));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read generation " + number + " in " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Why a generation could not be read and what to do, in words. */
  static String trouble(int number, UncheckedIOException e) {
    return e.getCause() instanceof OutdatedLayoutException
        ? "generation " + number + " was written by an older version; run ./kindred train"
        : e.getMessage() + "; run ./kindred train, or ./kindred rollback to the one before";
  }

  /** How the factors of a generation were learned; empty if that cannot be read. */
  Optional<FactorModel> model(int number) {
    try {
      return Optional.of(readFile(folder(number).resolve("model.bin"), FactorModel::read));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean has(int number) {
    return Files.isDirectory(folder(number));
  }

  /** Removes a generation's files; the folder with its number is gone before the first file is. */
  void delete(int number) {
    Path unfinished = root.resolve(number + UNFINISHED);
    try {
      delete(unfinished);
      move(folder(number), unfinished);
      delete(unfinished);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove generation " + number, e);
    }
  }

  /**
   * Claims the folder for a training, after waiting for that of another process.
   *
   * @throws IllegalStateException if a training is under way in this process
   */
  Claim claim() {
    try {
      Files.createDirectories(root);
      FileChannel channel =
          FileChannel.open(
              root.resolve(CLAIM), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
      } catch (IOException | OverlappingFileLockException e) {
        channel.close();
        throw e;
      }
      return new Claim(root, channel);
    } catch (OverlappingFileLockException e) {
      throw new IllegalStateException("a training is under way", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + root, e);
    }
  }

  /** The right to train in a folder, for one process at a time; it ends with the process. */
  record Claim(Path root, FileChannel lock) implements AutoCloseable {

    /** Removes what trainings left behind that did not finish. */
    void deleteUnfinished() {
      try (Stream<Path> entries = Files.list(root)) {
        for (Path entry : entries.filter(e -> e.toString().endsWith(UNFINISHED)).toList()) {
          GenerationFiles.delete(entry);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot tidy " + root, e);
      }
    }

    @Override
    public void close() {
      try {
        lock.close();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot let go of " + root, e);
      }
    }
  }

  private Path folder(int number) {
    return root.resolve(Integer.toString(number));
  }

  private static void writeProducts(Generation generation, DataOutputStream body)
      throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(body, new CRC32C());
    DataOutputStream out = new DataOutputStream(checked);
    ItemFactors items = generation.items();
    out.writeInt(MAGIC);
    out.writeLong(generation.sequence());
    out.writeDouble(generation.calibration().nextToOwn());
    out.writeInt(items.ids().size());
    out.writeInt(items.factors());
    for (String id : items.ids()) {
      out.writeUTF(id);
    }
    for (int i = 0; i < items.ids().size(); i++) {
      out.writeInt(items.people()[i]);
      out.writeBoolean(items.again().get(i));
    }
    ByteBuffer row = ByteBuffer.allocate(Float.BYTES * items.factors());
    for (int i = 0; i < items.ids().size(); i++) {
      row.asFloatBuffer().put(items.slab(), i * items.factors(), items.factors());
      out.write(row.array());
    }
    out.flush();
    body.writeLong(checked.getChecksum().getValue());
  }

  private static Generation readProducts(
      int number,
      DataInputStream body,
      FactorModel model,
      ContentPrior prior,
      Complements complements)
      throws IOException {
    CheckedInputStream checked = new CheckedInputStream(body, new CRC32C());
    DataInputStream in = new DataInputStream(checked);
    if (in.readInt() != MAGIC) {
      throw new IOException("not a list of product factors");
    }
    long sequence = in.readLong();
    Calibration calibration = new Calibration(in.readDouble());
    int size = in.readInt();
    int factors = in.readInt();
    List<String> ids = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ids.add(in.readUTF());
    }
    int[] people = new int[size];
    BitSet again = new BitSet();
    for (int i = 0; i < size; i++) {
      people[i] = in.readInt();
      again.set(i, in.readBoolean());
    }
    float[] slab = new float[Math.multiplyExact(size, factors)];
    byte[] row = new byte[Float.BYTES * factors];
    for (int i = 0; i < size; i++) {
      in.readFully(row);
      ByteBuffer.wrap(row).asFloatBuffer().get(slab, i * factors, factors);
    }
    long checksum = checked.getChecksum().getValue();
    if (body.readLong() != checksum) {
      throw new IOException("the list of product factors is damaged: its checksum is wrong");
    }
    return new Generation(
        number,
        sequence,
        new ItemFactors(ids, people, again, factors, slab),
        Generation.Folding.of(model, prior),
        prior,
        complements,
        calibration);
  }

  private static void writeFile(Path file, Writing writing) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      writing.to(out);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static <T> T readFile(Path file, Reading<T> reading) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      return reading.from(in);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("the file system of " + to + " cannot move folders atomically", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @FunctionalInterface
  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T from(DataInputStream in) throws IOException;
  }
}
