package dev.kindred.indexer.index;

import dev.kindred.indexer.graph.IndexFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of indexes: numbered folders, and a file {@code current} that names the one that
 * serves. The others are left over from a rebuild that did not finish, or not yet deleted.
 */
final class Shelf {
  private static final String CURRENT = "current";

  private final Path folder;
  private volatile ProductIndex serving;

  private Shelf(Path folder, ProductIndex serving) {
    this.folder = folder;
    this.serving = serving;
  }

  /** Opens the index that serves, new if there is none, and deletes what is left over. */
  static Shelf open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path pointer = folder.resolve(CURRENT);
    String name = Files.exists(pointer) ? Files.readString(pointer).strip() : "1";
    ProductIndex index = ProductIndex.open(folder.resolve(name));
    Shelf shelf = new Shelf(folder, index);
    shelf.pointTo(index);
    for (Path other : shelf.indexes()) {
      if (!other.equals(index.folder())) {
        IndexFolder.delete(other);
      }
    }
    return shelf;
  }

  /** The index that serves. */
  ProductIndex serving() {
    return serving;
  }

  /** An empty index that does not serve yet. */
  ProductIndex fresh() throws IOException {
    int last =
        indexes().stream()
            .mapToInt(f -> Integer.parseInt(f.getFileName().toString()))
            .max()
            .orElse(0);
    return ProductIndex.open(folder.resolve(Integer.toString(last + 1)));
  }

  /** Lets a committed index serve from now on, also after a restart, and gives up the old one. */
  void switchTo(ProductIndex index) throws IOException {
    pointTo(index);
    ProductIndex old = serving;
    serving = index;
    old.retire();
  }

  /** Opens the serving index again from what is on disk, after its writer failed. */
  void reopen() throws IOException {
    ProductIndex broken = serving;
    broken.abandon();
    serving = ProductIndex.open(broken.folder());
  }

  void close() throws IOException {
    serving.close();
  }

  private List<Path> indexes() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(f -> f.getFileName().toString().matches("[0-9]{1,9}")).sorted().toList();
    }
  }

  /** Written beside and moved into place: the pointer names either the old index or the new. */
  private void pointTo(ProductIndex index) throws IOException {
    Path written = folder.resolve(CURRENT + ".new");
    Files.writeString(written, index.folder().getFileName().toString());
    Files.move(
        written,
        folder.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
