package dev.kindred.indexer.catalog;

/**
 * Makes evidence of the same kind of a text score and a cosine, and one score of both.
 *
 * <p>A text score counts as a share of the query's best. A cosine says little by itself: some
 * queries are near to everything. It is therefore read against all products of the catalogue: how
 * many standard deviations it stands above their mean, on a line from what chance gives (0) to what
 * the query's best neighbour or a near paraphrase reaches (1).
 *
 * @param lexical weight of the text's share, at least 0
 * @param semantic weight of the meaning's share, at least 0
 * @param cutOff share of meaning, above 0 to 1, from which a product matches by meaning alone
 */
public record Fusion(double lexical, double semantic, double cutOff) {
  public Fusion {
    check("lexical", lexical);
    check("semantic", semantic);
    if (!(cutOff > 0 && cutOff <= 1)) {
      throw new IllegalArgumentException("cutOff must be above 0 and at most 1, got " + cutOff);
    }
  }

  /**
   * How the cosines of a query with all products are spread.
   *
   * @param mean of all
   * @param deviation standard deviation, at least 0
   * @param best highest
   */
  public record Spread(double mean, double deviation, double best) {
    /** Deviations above the mean that chance reaches now and then. */
    private static final double CHANCE = 1;

    /** Cosine of texts that say the same in other words. */
    private static final double PARAPHRASE = 0.6;

    /** The share of meaning that a cosine stands for, 0 to 1. */
    public double share(double cosine) {
      double chance = mean + CHANCE * deviation;
      double full = Math.max(best, PARAPHRASE);
      return full > chance ? Math.clamp((cosine - chance) / (full - chance), 0, 1) : 0;
    }
  }

  /** The score of a product: both shares, 0 to 1, by their weights. */
  public double score(double textShare, double meaningShare) {
    return lexical * textShare + semantic * evidence(meaningShare);
  }

  /**
   * What a share of meaning counts, 0 to 1: less and less for what comes on top. That a product is
   * a keyboard at all says much; that its text is nearer still to the word keyboard than that of
   * another keyboard says little, and is left to the words.
   */
  public static double evidence(double meaningShare) {
    double missing = 1 - meaningShare;
    return 1 - missing * missing * missing;
  }

  private static void check(String name, double weight) {
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(name + " must be a number >= 0, got " + weight);
    }
  }
}
