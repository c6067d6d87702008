package dev.kindred.indexer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A compact copy of the state at one moment, made while others write. */
final class Backup {
  private Backup() {}

  /** Writes beside the target first, so that a target that is there is whole. */
  static void write(Database database, Path target) {
    if (Files.exists(target)) {
      throw new StoreException("the backup " + target + " is there already; it is left as it is");
    }
    Path half = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.deleteIfExists(half);
      try (Connection connection = database.openForBackup();
          PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
        vacuum.setString(1, half.toAbsolutePath().toString());
        vacuum.execute();
      }
      try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
        channel.force(true); // SQLite does not wait for the disk here
      }
      Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      discard(half, e);
      throw Failures.explained(target, e);
    } catch (IOException e) {
      discard(half, e);
      throw new StoreException("cannot write the backup " + target + ": " + e, e);
    }
  }

  private static void discard(Path half, Exception reason) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
