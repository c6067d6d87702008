package dev.kindred.evaluation;

/** Figures with as many digits as one wants to read. */
final class Rounding {
  private static final double MILLIONTHS = 1e6;

  private Rounding() {}

  static double of(double figure) {
    return Math.round(figure * MILLIONTHS) / MILLIONTHS;
  }
}
