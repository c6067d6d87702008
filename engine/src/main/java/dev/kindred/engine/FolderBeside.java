package dev.kindred.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that lives as long as the process that made it: gone when closed, and if the process was
 * killed, when the next one makes its own. A lock beside each folder says whether its maker lives.
 */
final class FolderBeside implements Closeable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileChannel lock;

  private FolderBeside(Path folder, Path lockFile, FileChannel lock) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.lock = lock;
  }

  /** Makes a folder in {@code parent} and removes those of processes that have ended. */
  static FolderBeside in(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeAbandoned(parent);
    for (int n = 0; true; n++) {
      String name = ProcessHandle.current().pid() + "-" + n;
      Path lockFile = parent.resolve(name + LOCK);
      FileChannel lock = locked(lockFile);
      if (lock != null) {
        return new FolderBeside(Files.createDirectory(parent.resolve(name)), lockFile, lock);
      }
    }
  }

  Path path() {
    return folder;
  }

  private static void removeAbandoned(Path parent) throws IOException {
    List<Path> locks;
    try (Stream<Path> files = Files.list(parent)) {
      locks = files.filter(file -> file.toString().endsWith(LOCK)).toList();
    }
    for (Path lockFile : locks) {
      FileChannel lock = locked(lockFile);
      if (lock != null) {
        String name = lockFile.getFileName().toString();
        Path folder = parent.resolve(name.substring(0, name.length() - LOCK.length()));
        new FolderBeside(folder, lockFile, lock).close();
      }
    }
  }

  private static @Nullable FileChannel locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // another one of this process has it
    }
    channel.close();
    return null;
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
    Files.deleteIfExists(lockFile);
    lock.close();
  }
}
