package dev.kindred.cli;

import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kindred restore}: a data directory from a backup. */
@Command(
    name = "restore",
    description = "Copy a backup into the data directory, which must be empty or not there yet.")
final class RestoreCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Parameters(paramLabel = "DIR", description = "A directory that backup has written.")
  private Path backup;

  RestoreCommand() {}

  @Override
  public Integer call() throws IOException {
    if (!new DataDirectory(backup).exists()) {
      throw new CommandFailedException(backup + " is not a backup: it has no database");
    }
    Path data = shared.data();
    if (!isEmpty(data)) {
      throw new CommandFailedException(
          data + " must be empty before a restore; move it away first");
    }
    copy(backup, data);
    Console console = shared.console();
    try (Kindred kindred = Kindred.open(data, shared.configuration().engine())) {
      long products = kindred.status().counts().products();
      if (console.json()) {
        console.printJson(Map.of("restored", data.toString(), "products", products));
      } else {
        console.print(String.format(Locale.ROOT, "%s restored, %,d products", data, products));
      }
    }
    return 0;
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(from)) {
      paths = walk.sorted().toList();
    }
    for (Path path : paths) {
      Path target = to.resolve(from.relativize(path));
      if (Files.isDirectory(path)) {
        Files.createDirectories(target);
      } else {
        Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
