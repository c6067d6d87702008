package dev.kindred.engine;

/**
 * How much each signal counts; each is at least 0 unless it says otherwise, and 0 turns it off.
 *
 * @param lexical of text match, whose best possible value is 1
 * @param semantic of meaning, whose best possible value is 1, in a query of three words; see {@link
 *     Signals#fusion}
 * @param category of being the kind of thing that the best matches are, whose best possible value
 *     is 1
 * @param personal of the person's taste, at full strength (broad queries)
 * @param popularity of recent events
 * @param business of what a shop knows about its products
 */
public record RankingWeights(
    double lexical,
    double semantic,
    double category,
    double personal,
    double popularity,
    Business business) {

  public static final RankingWeights DEFAULTS =
      new RankingWeights(1, 1, 0.04, 0.35, 0.08, Business.DEFAULTS);

  public RankingWeights {
    check("lexical", lexical);
    check("semantic", semantic);
    check("category", category);
    check("personal", personal);
    check("popularity", popularity);
  }

  /**
   * Weights of {@link BusinessSignals}.
   *
   * @param availability taken from what is not in stock
   * @param rating of the mean of the stars, believed the more the more reviews there are
   * @param freshness of being new
   * @param price of being cheap; below 0 of being dear
   * @param reviewCount of having many reviews
   */
  public record Business(
      double availability, double rating, double freshness, double price, double reviewCount) {
    /** What cannot be bought goes down a little, what many people have reviewed up a little. */
    public static final Business DEFAULTS = new Business(0.05, 0, 0, 0, 0.1);

    public Business {
      check("availability", availability);
      check("rating", rating);
      check("freshness", freshness);
      check("reviewCount", reviewCount);
      if (!Double.isFinite(price)) {
        throw new IllegalArgumentException("price must be a number, got " + price);
      }
    }
  }

  /** The same with another weight of popularity. */
  public RankingWeights withPopularity(double weight) {
    return new RankingWeights(lexical, semantic, category, personal, weight, business);
  }

  /** The same with another weight of the number of reviews. */
  public RankingWeights withReviewCount(double weight) {
    Business other =
        new Business(
            business.availability(),
            business.rating(),
            business.freshness(),
            business.price(),
            weight);
    return new RankingWeights(lexical, semantic, category, personal, popularity, other);
  }

  /** The same with another weight of the person's taste. */
  public RankingWeights withPersonal(double weight) {
    return new RankingWeights(lexical, semantic, category, weight, popularity, business);
  }

  /** The same with other weights of words, meaning and kind. */
  public RankingWeights withText(double words, double meaning, double kind) {
    return new RankingWeights(words, meaning, kind, personal, popularity, business);
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(name + " must be a number >= 0, got " + weight);
    }
  }
}
