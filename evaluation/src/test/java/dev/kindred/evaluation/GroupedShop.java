package dev.kindred.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Files of a shop with three kinds of products, told by their words, and people who like one kind.
 */
record GroupedShop(Path products, Path events) {
  private static final String[] KINDS = {"copper kettle", "woollen scarf", "garden spade"};
  private static final int HAS = 12;

  static GroupedShop write(Path folder, int people, int products) throws IOException {
    StringBuilder catalogue = new StringBuilder();
    for (int i = 0; i < products; i++) {
      catalogue.append(product(i)).append('\n');
    }
    SplittableRandom random = new SplittableRandom(7);
    StringBuilder events = new StringBuilder("user\tproduct_id\trating\ttimestamp\n");
    for (int person = 0; person < people; person++) {
      for (int n = 0; n < HAS; n++) {
        boolean own = random.nextInt(20) > 0;
        int kind = own ? person % KINDS.length : random.nextInt(KINDS.length);
        int product = kind + KINDS.length * random.nextInt(products / KINDS.length);
        events.append("u%d\tp%d\t5\t%d\n".formatted(person, product, 1_700_000_000 + 60 * n));
      }
    }
    return new GroupedShop(
        Files.writeString(folder.resolve("products.jsonl"), catalogue),
        Files.writeString(folder.resolve("events.tsv"), events));
  }

  static String product(int i) {
    return "{\"id\":\"p%d\",\"title\":\"%s number %d\"}".formatted(i, KINDS[i % KINDS.length], i);
  }
}
