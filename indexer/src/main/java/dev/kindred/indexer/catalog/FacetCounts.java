package dev.kindred.indexer.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The values of one field among the matches.
 *
 * @param values most frequent first, then by value
 * @param found matches that were looked at: all, or more if the field's own conditions were left
 *     aside. If no match has several values, the counts of all values and {@code missing} make it
 *     up
 * @param missing matches without the field
 * @param numbers of a number field
 * @param ranges in ascending order, where they were asked for
 */
public record FacetCounts(
    List<ValueCount> values,
    long found,
    long missing,
    Optional<NumberStatistics> numbers,
    List<RangeCount> ranges) {

  public FacetCounts {
    values = List.copyOf(values);
    ranges = List.copyOf(ranges);
  }

  /** A value and how many matches have it. */
  public record ValueCount(String value, long count) {}

  /**
   * Smallest, largest and mean number among the matches.
   *
   * @param count numbers, of which a match may have several
   */
  public record NumberStatistics(double min, double max, double mean, long count) {}

  /**
   * How many matches have a number in a range; one with several numbers there counts once.
   *
   * @param from lowest number in the range, empty for no end
   * @param to lowest number above the range, empty for no end
   */
  public record RangeCount(OptionalDouble from, OptionalDouble to, long count) {}
}
