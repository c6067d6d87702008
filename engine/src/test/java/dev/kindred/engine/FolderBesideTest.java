package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderBesideTest {

  @Test
  void isGoneWhenClosed(@TempDir Path parent) throws IOException {
    try (FolderBeside folder = FolderBeside.in(parent)) {
      Files.writeString(folder.path().resolve("file"), "x");
    }
    assertEquals(List.of(), names(parent));
  }

  @Test
  void leavesThatOfSomebodyWhoLives(@TempDir Path parent) throws IOException {
    try (FolderBeside first = FolderBeside.in(parent);
        FolderBeside second = FolderBeside.in(parent)) {
      assertNotEquals(first.path(), second.path());
      assertTrue(Files.isDirectory(first.path()));
      assertTrue(Files.isDirectory(second.path()));
    }
  }

  @Test
  void removesThatOfAProcessThatWasKilled(@TempDir Path parent) throws IOException {
    // A killed process leaves its folder and a lock file that nobody holds any more.
    Path abandoned = Files.createDirectories(parent.resolve("left/index")).getParent();
    Files.writeString(abandoned.resolve("index/segment"), "x");
    Files.createFile(parent.resolve("left.lock"));
    try (FolderBeside folder = FolderBeside.in(parent)) {
      assertFalse(Files.exists(abandoned));
      assertFalse(Files.exists(parent.resolve("left.lock")));
      assertTrue(Files.isDirectory(folder.path()));
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
