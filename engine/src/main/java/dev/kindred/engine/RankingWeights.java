package dev.kindred.engine;

/**
 * How much each signal counts; each is at least 0, and 0 turns it off.
 *
 * @param lexical of text match, whose best possible value is 1
 * @param semantic of meaning for a query of two words; less for one, more for several
 * @param category of being the kind of thing that the best matches are, whose best possible value
 *     is 1
 * @param personal of the person's taste, at full strength (broad queries)
 * @param popularity of recent events
 */
public record RankingWeights(
    double lexical, double semantic, double category, double personal, double popularity) {

  public static final RankingWeights DEFAULTS = new RankingWeights(1, 1, 0.08, 0.35, 0.08);

  public RankingWeights {
    check("lexical", lexical);
    check("semantic", semantic);
    check("category", category);
    check("personal", personal);
    check("popularity", popularity);
  }

  /** The same with another weight of popularity. */
  public RankingWeights withPopularity(double weight) {
    return new RankingWeights(lexical, semantic, category, personal, weight);
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(name + " must be a number >= 0, got " + weight);
    }
  }
}
