package dev.kindred.evaluation;

import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads catalogues: in any form that import takes, or as numbered tags of each product by line, as
 * in CiteULike's {@code item-tag.dat}, with the tags' names by line in {@code tags.dat} beside it
 * if there is such a file.
 */
final class CatalogueFile {
  private static final int LONGEST = 1_000;
  private static final String NAMES = "tags.dat";

  private CatalogueFile() {}

  /** Products by id, ascending. */
  static SortedMap<String, Product> read(Path file) throws IOException {
    SortedMap<String, Product> catalogue = new TreeMap<>();
    if (InteractionLists.recognises(file)) {
      tagged(file).forEach(product -> catalogue.put(product.id(), product));
    } else {
      FileRecords.products(file, product -> catalogue.put(product.id(), product));
    }
    return catalogue;
  }

  private static List<Product> tagged(Path file) throws IOException {
    Path beside = file.resolveSibling(NAMES);
    List<String> names = Files.exists(beside) ? lines(beside) : List.of();
    List<Product> products = new ArrayList<>();
    for (InteractionLists.Line line : InteractionLists.read(file)) {
      List<String> tags = line.items().stream().map(tag -> name(tag, names)).toList();
      String title = tags.isEmpty() ? line.user() : String.join(", ", tags);
      products.add(
          Product.builder(line.user(), title.substring(0, Math.min(LONGEST, title.length())))
              .attributes(Map.of("tag", many(tags)))
              .build());
    }
    return products;
  }

  private static AttributeValue many(List<String> tags) {
    return new AttributeValue.Many(tags.stream().<AttributeValue>map(AttributeValue::of).toList());
  }

  private static String name(String tag, List<String> names) {
    int number = Integer.parseInt(tag);
    return number < names.size() ? names.get(number) : tag;
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader in = TextFile.open(file)) {
      return in.lines().toList();
    }
  }
}
