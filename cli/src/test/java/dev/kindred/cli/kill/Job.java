package dev.kindred.cli.kill;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A command that ends by itself unless it is killed before.
 *
 * @param kind of the command: those of a kind take about the same time
 * @param write what it leaves behind when it ends well
 */
record Job(String kind, List<String> arguments, Write write) {
  private static final int EVENTS = 12_000;
  private static final int PRODUCTS = 2_500;

  static Job train() {
    return new Job("train", List.of("train"), Write.NOTHING);
  }

  /**
   * An import of a new file of products.
   *
   * @param owner of what is in the file, for nobody else to touch
   */
  static Job importingProducts(Path folder, int owner, SplittableRandom random) throws IOException {
    List<Product> products = new ArrayList<>(PRODUCTS);
    for (int i = 0; i < PRODUCTS; i++) {
      products.add(Goods.product(owner, i, random));
    }
    Write write = Write.of(products);
    return importing("products", folder.resolve("products-" + owner), write.lines(), write);
  }

  /** An import of a new file of events. */
  static Job importingEvents(Path folder, int owner, SplittableRandom random) throws IOException {
    Write write = Write.ofEvents(Goods.events(owner, 0, EVENTS, random));
    String lines = write.lines();
    if (random.nextBoolean()) {
      // Without ids of their own they get one from their content, each time the same.
      lines = lines.replaceAll("\"event_id\":\"[^\"]*\",", "");
      write = Write.ofEvents(lines.lines().map(EventJson::read).toList());
    }
    return importing("events", folder.resolve("events-" + owner), lines, write);
  }

  private static Job importing(String kind, Path file, String lines, Write write)
      throws IOException {
    Files.writeString(file, lines);
    return new Job("import " + kind, List.of("import", kind, file.toString()), write);
  }

  /** Whether it has to be done again when it was killed. */
  boolean isImport() {
    return arguments.getFirst().equals("import");
  }
}
