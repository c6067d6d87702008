package dev.kindred.indexer.index;

import dev.kindred.model.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells a facet's own conditions in a filter from the rest.
 *
 * <p>Own are conditions that speak of the facet's field alone and of nothing else, and stand by
 * themselves or joined with AND to the rest; several with OR in brackets are one. What NOT rules
 * out is no choice among the field's values and stays.
 */
final class OwnConditions {
  private OwnConditions() {}

  /** What is left of a filter without a field's own conditions; empty if nothing is. */
  static Optional<Filter> without(Filter filter, String field) {
    List<Filter> rest = new ArrayList<>();
    gather(filter, ProductSchema.stored(field), rest);
    return switch (rest.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(rest.getFirst());
      default -> Optional.of(new Filter.And(rest));
    };
  }

  private static void gather(Filter filter, String name, List<Filter> rest) {
    if (filter instanceof Filter.And and) {
      and.parts().forEach(part -> gather(part, name, rest));
    } else if (!isOwn(filter, name)) {
      rest.add(filter);
    }
  }

  private static boolean isOwn(Filter filter, String name) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().allMatch(part -> isOwn(part, name));
      case Filter.Or or -> or.parts().stream().allMatch(part -> isOwn(part, name));
      case Filter.Not not -> false;
      case Filter.OneOf oneOf -> ProductSchema.stored(oneOf.field()).equals(name);
      case Filter.Range range -> ProductSchema.stored(range.field()).equals(name);
      case Filter.Exists exists -> ProductSchema.stored(exists.field()).equals(name);
    };
  }
}
