package dev.kindred.engine;

import dev.kindred.indexer.aspect.AspectBook;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;

/**
 * Puts products in place of conditions on aspects: {@code aspects.battery > 0.7} becomes the
 * products whose reviews praise the battery so much, {@code aspects = "battery"} those whose
 * battery people like.
 */
final class AspectFilters {
  private static final String PREFIX = "aspects.";
  private static final String LIKED = "aspects";

  private final AspectBook aspects;

  AspectFilters(AspectBook aspects) {
    this.aspects = aspects;
  }

  /**
   * The filter without conditions on aspects.
   *
   * @throws UnknownFieldException if an aspect is compared with something other than numbers
   */
  Filter resolved(Filter filter) {
    return switch (filter) {
      case Filter.And and -> new Filter.And(and.parts().stream().map(this::resolved).toList());
      case Filter.Or or -> new Filter.Or(or.parts().stream().map(this::resolved).toList());
      case Filter.Not not -> new Filter.Not(resolved(not.part()));
      case Filter.Range range when isAspect(range.field()) -> {
        double from = bound(range.field(), range.from(), 0);
        double to = bound(range.field(), range.to(), 1);
        boolean least = !(range.from() instanceof Bound.At at) || at.inclusive();
        boolean most = !(range.to() instanceof Bound.At at) || at.inclusive();
        yield products(
            range.field(),
            share -> (least ? share >= from : share > from) && (most ? share <= to : share < to));
      }
      case Filter.OneOf oneOf when isAspect(oneOf.field()) -> {
        List<Double> wanted = oneOf.values().stream().map(v -> number(oneOf.field(), v)).toList();
        yield products(oneOf.field(), wanted::contains);
      }
      case Filter.OneOf oneOf when oneOf.field().equals(LIKED) -> liked(oneOf);
      case Filter.Exists exists when isAspect(exists.field()) ->
          products(exists.field(), share -> true);
      case Filter.OneOf oneOf -> oneOf;
      case Filter.Range range -> range;
      case Filter.Exists exists -> exists;
    };
  }

  /** Products in which people like one of some aspects. */
  private Filter liked(Filter.OneOf condition) {
    Set<String> ids = new TreeSet<>();
    for (Value value : condition.values()) {
      if (!(value instanceof Value.Text name)) {
        throw new UnknownFieldException(
            LIKED, LIKED + " holds names of aspects: compare it with a text like \"battery\"");
      }
      ids.addAll(aspects.productsLikedFor(name.value().strip().toLowerCase(Locale.ROOT)));
    }
    return among(ids);
  }

  private static boolean isAspect(String field) {
    return field.startsWith(PREFIX) && field.length() > PREFIX.length();
  }

  private Filter products(String field, DoublePredicate passes) {
    Set<String> ids = aspects.products(field.substring(PREFIX.length()), passes);
    return among(ids);
  }

  private static Filter among(Set<String> ids) {
    return ids.isEmpty()
        ? new Filter.Not(new Filter.Exists("id"))
        : new Filter.OneOf("id", ids.stream().<Value>map(Value.Text::new).toList());
  }

  private static double bound(String field, Bound bound, double open) {
    return bound instanceof Bound.At at ? number(field, at.value()) : open;
  }

  private static double number(String field, Value value) {
    return Optional.of(value)
        .filter(Value.Numeric.class::isInstance)
        .map(v -> ((Value.Numeric) v).value().doubleValue())
        .orElseThrow(() ->
            new UnknownFieldException(
                field, field + " holds numbers from 0 to 1: compare it with a number like 0.7"));
  }
}
