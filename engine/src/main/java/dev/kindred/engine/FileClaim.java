package dev.kindred.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file held by one owner at a time, among all processes and within this one. The file's lock ends
 * with the process, so a killed one holds nothing.
 */
final class FileClaim implements Closeable {
  /* A system's lock belongs to the process: closing a second channel would let go of it. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FileClaim(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Claims a file, new if it is not there; empty if somebody has it. */
  static Optional<FileClaim> of(Path path) throws IOException {
    Path file = path.toAbsolutePath().normalize();
    if (!OURS.add(file)) {
      return Optional.empty();
    }
    boolean claimed = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      claimed = lock != null;
      return claimed ? Optional.of(new FileClaim(file, channel)) : Optional.empty();
    } finally {
      if (!claimed) {
        if (channel != null) {
          channel.close();
        }
        OURS.remove(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    OURS.remove(file);
  }
}
