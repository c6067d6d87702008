package dev.kindred.model.rule;

import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.filter.Filter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a shop wants done to answers under a condition.
 *
 * @param pins products at fixed places, whatever the ranking says
 * @param hidden products that must not appear
 * @param boosts products whose score is raised or lowered
 * @param from when it begins to hold; always has if not given
 * @param until when it ends to hold, itself not included; never if not given
 */
public record Rule(
    String id,
    When when,
    List<Pin> pins,
    Optional<Chosen> hidden,
    List<Boost> boosts,
    Optional<Instant> from,
    Optional<Instant> until) {

  private static final int LONGEST_ID = 512;
  private static final int MOST = 1_000;
  private static final double STRONGEST = 100;

  /** Which answers a rule is about. */
  public sealed interface When {

    /** Searches for these words. */
    record Query(String words, Match match) implements When {
      public Query {
        if (words.isBlank()) {
          throw new InvalidFieldException("when.query", "words", words);
        }
      }
    }

    /** Searches and recommendations within a category, or one below it. */
    record Category(String path) implements When {
      public Category {
        if (path.isBlank()) {
          throw new InvalidFieldException("when.category", "a category", path);
        }
      }
    }

    /** Every answer. */
    record Always() implements When {}
  }

  /** How a query fits a rule's words. */
  public enum Match {
    /** It is these words. */
    EXACT,
    /** These words stand in it, one after another. */
    CONTAINS
  }

  /**
   * A product at a fixed place.
   *
   * @param position from 1
   */
  public record Pin(String product, int position) {
    public Pin {
      checkId("pin.product", product);
      if (position < 1 || position > MOST) {
        throw new InvalidFieldException("pin.position", "from 1 to " + MOST, position);
      }
    }
  }

  /** Products by id, by a filter, or both together. */
  public record Chosen(Set<String> products, Optional<Filter> filter) {
    public Chosen {
      products = Set.copyOf(products);
      products.forEach(p -> checkId("products", p));
      if (products.isEmpty() && filter.isEmpty()) {
        throw new InvalidFieldException("products", "given when there is no filter", "");
      }
      if (products.size() > MOST) {
        throw new InvalidFieldException("products", "at most " + MOST + " ids", products.size());
      }
    }
  }

  /**
   * Products whose score is raised or lowered.
   *
   * @param by what is added to the score, from -100 to 100; below 0 buries
   */
  public record Boost(Chosen chosen, double by) {
    public Boost {
      if (!(Math.abs(by) <= STRONGEST) || by == 0) {
        throw new InvalidFieldException("by", "a number above 0, at most 100", Math.abs(by));
      }
    }
  }

  /**
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public Rule {
    checkId("id", id);
    pins = List.copyOf(pins);
    boosts = List.copyOf(boosts);
    if (pins.isEmpty() && hidden.isEmpty() && boosts.isEmpty()) {
      throw new InvalidFieldException("rule", "about at least one of pin, hide, boost, bury", "");
    }
    Set<String> products = new HashSet<>();
    Set<Integer> positions = new HashSet<>();
    for (Pin pin : pins) {
      if (!products.add(pin.product())) {
        throw new InvalidFieldException("pin.product", "pinned once", pin.product());
      }
      if (!positions.add(pin.position())) {
        throw new InvalidFieldException("pin.position", "taken once", pin.position());
      }
    }
    if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
      throw new InvalidFieldException("until", "after from, " + from.get(), until.get());
    }
  }

  /** Whether it holds at a moment. */
  public boolean holdsAt(Instant now) {
    return from.map(f -> !now.isBefore(f)).orElse(true) && until.map(now::isBefore).orElse(true);
  }

  static void checkId(String field, String id) {
    if (id.isBlank()
        || id.length() > LONGEST_ID
        || id.codePoints().anyMatch(Character::isISOControl)) {
      throw new InvalidFieldException(field, "an id of 1 to " + LONGEST_ID + " characters", id);
    }
  }
}
