package dev.kindred.analyzers;

/** The form in which ids, codes and whole titles are compared. */
public final class Codes {
  private static final ProductAnalyzer EXACT = ProductAnalyzer.exact();

  private Codes() {}

  /**
   * Only the letters and digits, small, without accents: {@code TN-2110}, {@code tn 2110} and
   * {@code TN2110} are the same; empty if there are none.
   */
  public static String normalised(String text) {
    StringBuilder code = new StringBuilder();
    int[] covered = {0};
    Tokens.visit(
        EXACT,
        text,
        (term, kind, start, end) -> {
          boolean single =
              !kind.equals(ProductTokenizer.JOINED) && !kind.equals(ProductTokenizer.PAIR);
          if (single && start >= covered[0]) {
            code.append(term);
            covered[0] = end;
          }
        });
    return code.toString();
  }
}
