package dev.kindred.analyzers;

/**
 * How unlikely it is that a word was typed in place of another: a weighted edit distance with
 * transpositions (the optimal string alignment of Damerau, 1964), in which slips that fingers make
 * cost less than others.
 */
public final class TypingCost {
  private static final double SUBSTITUTION = 1;
  private static final double NEIGHBOURING_KEY = 0.7;
  private static final double LETTER_MORE_OR_LESS = 0.85;
  private static final double DOUBLED_LETTER = 0.6;
  private static final double TRANSPOSITION = 0.6;
  /* People look at what they begin. */
  private static final double FIRST_LETTER = 0.25;

  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  private static final int LETTERS = 26;
  private static final boolean[][] NEAR = neighbours();

  private TypingCost() {}

  /** 0 for equal words; about 1 an edit. */
  public static double of(String typed, String meant) {
    int rows = typed.length();
    int columns = meant.length();
    double[][] cost = new double[rows + 1][columns + 1];
    for (int i = 0; i <= rows; i++) {
      for (int j = 0; j <= columns; j++) {
        cost[i][j] = i == 0 && j == 0 ? 0 : cheapest(typed, meant, i, j, cost);
      }
    }
    return cost[rows][columns];
  }

  private static double cheapest(String typed, String meant, int i, int j, double[][] cost) {
    double best = Double.POSITIVE_INFINITY;
    double first = i <= 1 && j <= 1 ? FIRST_LETTER : 0;
    if (i > 0) {
      best = Math.min(best, cost[i - 1][j] + single(typed, i - 1) + (i == 1 ? FIRST_LETTER : 0));
    }
    if (j > 0) {
      best = Math.min(best, cost[i][j - 1] + single(meant, j - 1) + (j == 1 ? FIRST_LETTER : 0));
    }
    if (i > 0 && j > 0) {
      char a = typed.charAt(i - 1);
      char b = meant.charAt(j - 1);
      double changed = a == b ? 0 : first + (near(a, b) ? NEIGHBOURING_KEY : SUBSTITUTION);
      best = Math.min(best, cost[i - 1][j - 1] + changed);
      if (i > 1 && j > 1 && a == meant.charAt(j - 2) && b == typed.charAt(i - 2) && a != b) {
        best = Math.min(best, cost[i - 2][j - 2] + TRANSPOSITION);
      }
    }
    return best;
  }

  /** One letter that only one of the words has. */
  private static double single(String word, int at) {
    boolean doubled = at > 0 && word.charAt(at) == word.charAt(at - 1);
    return doubled ? DOUBLED_LETTER : LETTER_MORE_OR_LESS;
  }

  private static boolean near(char a, char b) {
    int i = a - 'a';
    int j = b - 'a';
    return i >= 0 && i < LETTERS && j >= 0 && j < LETTERS && NEAR[i][j];
  }

  /** Keys side by side, and those of the next row that touch. */
  private static boolean[][] neighbours() {
    boolean[][] near = new boolean[LETTERS][LETTERS];
    for (int row = 0; row < ROWS.length; row++) {
      for (int key = 0; key < ROWS[row].length(); key++) {
        pair(near, row, key, row, key + 1);
        pair(near, row, key, row + 1, key);
        pair(near, row, key, row + 1, key - 1);
      }
    }
    return near;
  }

  private static void pair(boolean[][] near, int row, int key, int otherRow, int otherKey) {
    if (otherRow < ROWS.length && otherKey >= 0 && otherKey < ROWS[otherRow].length()) {
      int a = ROWS[row].charAt(key) - 'a';
      int b = ROWS[otherRow].charAt(otherKey) - 'a';
      near[a][b] = true;
      near[b][a] = true;
    }
  }
}
