package dev.kindred.engine;

import dev.kindred.indexer.store.NewerDataException;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

  /** Trained states, a folder each. */
  public Path generations() {
    return root.resolve("generations");
  }

  /** Lines that imports rejected, to be mended and imported again. */
  public Path rejects() {
    return root.resolve("rejects");
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
      FileChannel channel =
          FileChannel.open(
              root.resolve("serving.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new Claim(channel));
    } catch (IOException e) {
      throw new DataDirectoryException(
          "cannot write to the data directory " + root + ": " + e.getMessage(), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Holds a directory for one process. */
  static final class Claim implements AutoCloseable {
    private final FileChannel channel;

    private Claim(FileChannel channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new DataDirectoryException("cannot let go of the data directory", e);
      }
    }
  }
}
