package dev.kindred.analyzers.review;

import java.util.List;

/**
 * What one review says.
 *
 * @param fate whether it counts, and if not, why
 * @param opinions one for each aspect that it mentions, by name
 */
public record ReviewFindings(Fate fate, List<Opinion> opinions) {
  public ReviewFindings {
    opinions = List.copyOf(opinions);
  }

  /** What becomes of a review. */
  public enum Fate {
    /** It was read. */
    READ,
    /** It has stars but no words. */
    WITHOUT_WORDS,
    /** It is in a language that cannot be read yet. */
    OTHER_LANGUAGE,
    /** Reading it failed. */
    UNREADABLE
  }

  /**
   * What the review thinks of one aspect.
   *
   * @param aspect its name, see {@link AspectName}
   * @param sentence that says it, at most 300 characters
   * @param positive probability of praise, 0 to 1
   * @param negative probability of blame, 0 to 1
   */
  public record Opinion(String aspect, String sentence, double positive, double negative) {
    /** Praise less blame, -1 to 1. */
    public double leaning() {
      return positive - negative;
    }
  }

  static ReviewFindings setAside(Fate fate) {
    return new ReviewFindings(fate, List.of());
  }
}
