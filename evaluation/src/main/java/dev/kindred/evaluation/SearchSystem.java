package dev.kindred.evaluation;

import java.util.Locale;

/** A way of ordering products for a query: three that Kindred serves, and two to compare with. */
public enum SearchSystem {
  /** By words alone. */
  LEXICAL,
  /** By meaning alone. */
  SEMANTIC,
  /** Reciprocal rank fusion of both (Cormack, Clarke and Büttcher, 2009). */
  RRF,
  /** The mean of both scores, each spread from 0 to 1 over its list. */
  MINMAX,
  /** By calibrated evidence of both, as it is served. */
  HYBRID;

  /** The name in commands and figures. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
