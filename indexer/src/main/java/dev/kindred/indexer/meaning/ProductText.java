package dev.kindred.indexer.meaning;

import dev.kindred.model.Product;

/** The text that stands for a product when its meaning is asked for. */
final class ProductText {
  private static final int LONGEST_DESCRIPTION = 300;

  private ProductText() {}

  /** Title, brand, the last levels of the categories and the beginning of the description. */
  static String of(Product product) {
    StringBuilder text = new StringBuilder(product.title());
    product
        .brand()
        .filter(brand -> !product.title().contains(brand))
        .ifPresent(brand -> text.append(". ").append(brand));
    for (String category : product.categories()) {
      text.append(". ").append(category.substring(category.lastIndexOf('>') + 1).strip());
    }
    String description = product.description().strip();
    if (!description.isEmpty() && !description.equals(product.title())) {
      text.append(". ").append(beginning(description));
    }
    return text.toString();
  }

  private static String beginning(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    int blank = text.lastIndexOf(' ', LONGEST_DESCRIPTION);
    return text.substring(0, blank > LONGEST_DESCRIPTION / 2 ? blank : LONGEST_DESCRIPTION);
  }
}
