package dev.kindred.indexer.catalog;

import java.util.List;
import java.util.Optional;

/**
 * The values of one field among the matches.
 *
 * @param values most frequent first, then by value
 * @param missing matches without the field
 * @param range of a number field
 */
public record FacetCounts(List<ValueCount> values, long missing, Optional<NumberRange> range) {

  /** A value and how many matches have it. */
  public record ValueCount(String value, long count) {}

  /** Smallest, largest and mean number among the matches. */
  public record NumberRange(double min, double max, double mean) {}
}
