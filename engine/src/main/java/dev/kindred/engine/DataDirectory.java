package dev.kindred.engine;

import dev.kindred.indexer.store.NewerDataException;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which everything of one shop lies: the database, the index, the generations, and
 * lines that an import rejected.
 */
public record DataDirectory(Path root) {

  /** The store of record. */
  public Path database() {
    return root.resolve("kindred.db");
  }

  /** The search index; can be rebuilt from the store. */
  public Path index() {
    return root.resolve("index");
  }

  /** What is wanted lately, as counted by the last run; can be counted again from the store. */
  Path trends() {
    return root.resolve("trends.bin");
  }

  /** Trained states, a folder each. */
  public Path generations() {
    return root.resolve("generations");
  }

  /** Vectors by text, a file for each model; can be made again. */
  public Path embeddings() {
    return root.resolve("embeddings");
  }

  /** What reviews say, as read; can be made again. */
  public Path aspects() {
    return root.resolve("aspects");
  }

  /** Lines that imports rejected, to be mended and imported again. */
  public Path rejects() {
    return root.resolve("rejects");
  }

  /** What all files take on disk. */
  long bytes() {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).mapToLong(DataDirectory::size).sum();
    } catch (IOException e) {
      throw new DataDirectoryException("cannot read the data directory " + root, e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      // Deleted since it was listed: the index does that all the time.
      return 0;
    }
  }

  /** Copies the store and the generations to an empty or new folder. */
  void backup(Store store, Path target) {
    try {
      Files.createDirectories(target);
      try (Stream<Path> inside = Files.list(target)) {
        if (inside.findAny().isPresent()) {
          throw new DataDirectoryException("the folder for the backup must be empty: " + target);
        }
      }
      DataDirectory copy = new DataDirectory(target);
      // Generations first: those that the copied store names are then there, unless one was
      // trained in between, and they are never changed.
      copyFolder(generations(), copy.generations());
      store.backup(copy.database());
      copyFolder(generations(), copy.generations());
    } catch (IOException e) {
      throw new DataDirectoryException(
          "cannot write the backup to " + target + ": " + e.getMessage(), e);
    }
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else if (!Files.exists(copy) && Files.exists(file)) {
          Files.copy(file, copy);
        }
      }
    }
  }

  /** Whether something was ever stored here. */
  public boolean exists() {
    return Files.exists(database());
  }

  /**
   * Opens the store alone, which several processes may do at the same time.
   *
   * @throws DataDirectoryException if the folder cannot be made or is of a newer version
   */
  public Store openStore() {
    try {
      Files.createDirectories(root);
      return SqliteStore.open(database());
    } catch (NewerDataException e) {
      throw new DataDirectoryException(root + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DataDirectoryException("cannot make the data directory " + root, e);
    }
  }

  /**
   * Claims the directory for serving, or says that another process has it.
   *
   * @return the claim, to be closed when serving ends
   */
  Optional<Claim> claim() {
    try {
      Files.createDirectories(root);
      return FileClaim.of(root.resolve("serving.lock")).map(lock -> new Claim(true, index(), lock));
    } catch (IOException e) {
      throw new DataDirectoryException(
          "cannot write to the data directory " + root + ": " + e.getMessage(), e);
    }
  }

  /**
   * A place for an index of one's own beside a process that serves the directory.
   *
   * @return the place, gone when closed
   */
  Claim besideServing() {
    try {
      FolderBeside folder = FolderBeside.in(root.resolve("beside"));
      return new Claim(false, folder.path(), folder);
    } catch (IOException e) {
      throw new DataDirectoryException(
          "cannot write to the data directory " + root + ": " + e.getMessage(), e);
    }
  }

  /** Holds an index's folder for one process. */
  static final class Claim implements AutoCloseable {
    private final boolean serves;
    private final Path index;
    private final Closeable held;

    private Claim(boolean serves, Path index, Closeable held) {
      this.serves = serves;
      this.index = index;
      this.held = held;
    }

    /** Whether this process serves the directory, so that it alone may write derived files. */
    boolean serves() {
      return serves;
    }

    /** The folder in which the index may be written. */
    Path index() {
      return index;
    }

    @Override
    public void close() {
      try {
        held.close();
      } catch (IOException e) {
        throw new DataDirectoryException("cannot let go of " + index, e);
      }
    }
  }
}
