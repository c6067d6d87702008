package dev.kindred.api.adapter;

import dev.kindred.indexer.catalog.Ranking.SortField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of attributes and indices at Algolia, and what they are here. There is one catalogue, so an
 * index's name says only the order: {@code products_price_asc}, or {@code products/sort/price:asc}.
 */
final class AlgoliaFields {
  private static final Pattern LEVEL =
      Pattern.compile("(?:categories|hierarchicalCategories|hierarchical_categories)\\.lvl(\\d)");
  private static final Pattern REPLICA = Pattern.compile("(.+)_(asc|desc)");
  private static final Pattern SORTED = Pattern.compile(".*/sort/(.+):(asc|desc)");
  private static final List<String> OWN =
      List.of("price", "rating", "review_count", "created_at", "title");

  private AlgoliaFields() {}

  /**
   * The field behind an attribute: {@code objectID} is the id, {@code categories.lvl1} a category.
   */
  static String field(String attribute) {
    if (attribute.equals("objectID")) {
      return "id";
    }
    return LEVEL.matcher(attribute).matches() ? "categories" : attribute;
  }

  /** How many levels the values of a hierarchical attribute have; empty for other attributes. */
  static OptionalInt levels(String attribute) {
    Matcher level = LEVEL.matcher(attribute);
    return level.matches()
        ? OptionalInt.of(Integer.parseInt(level.group(1)) + 1)
        : OptionalInt.empty();
  }

  /** The order that an index's name asks for; empty for relevance. */
  static Optional<SortField> order(String index) {
    Matcher sorted = SORTED.matcher(index);
    if (sorted.matches()) {
      return Optional.of(new SortField(field(sorted.group(1)), isDescending(sorted.group(2))));
    }
    Matcher replica = REPLICA.matcher(index);
    if (!replica.matches()) {
      return Optional.empty();
    }
    String name = replica.group(1);
    String field =
        OWN.stream()
            .filter(own -> name.equals(own) || name.endsWith("_" + own))
            .findFirst()
            .orElse(name.substring(name.lastIndexOf('_') + 1));
    return Optional.of(new SortField(field, isDescending(replica.group(2))));
  }

  private static boolean isDescending(String direction) {
    return direction.equals("desc");
  }
}
