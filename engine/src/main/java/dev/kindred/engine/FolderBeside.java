package dev.kindred.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that lives as long as the process that made it: gone when closed, and if the process was
 * killed, when the next one makes its own. A lock beside each folder says whether its maker lives.
 */
final class FolderBeside implements Closeable {
  private static final String LOCK = ".lock";

  private final Path folder;
  private final Path lockFile;
  private final FileClaim claim;

  private FolderBeside(Path folder, Path lockFile, FileClaim claim) {
    this.folder = folder;
    this.lockFile = lockFile;
    this.claim = claim;
  }

  /** Makes a folder in {@code parent} and removes those of processes that have ended. */
  static FolderBeside in(Path parent) throws IOException {
    Files.createDirectories(parent);
    removeAbandoned(parent);
    for (int n = 0; true; n++) {
      String name = ProcessHandle.current().pid() + "-" + n;
      Path lockFile = parent.resolve(name + LOCK);
      Optional<FileClaim> claim = FileClaim.of(lockFile);
      if (claim.isPresent()) {
        return new FolderBeside(Files.createDirectory(parent.resolve(name)), lockFile, claim.get());
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
      Optional<FileClaim> claim = FileClaim.of(lockFile);
      if (claim.isPresent()) {
        String name = lockFile.getFileName().toString();
        Path folder = parent.resolve(name.substring(0, name.length() - LOCK.length()));
        new FolderBeside(folder, lockFile, claim.get()).close();
      }
    }
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
    claim.close();
  }
}
