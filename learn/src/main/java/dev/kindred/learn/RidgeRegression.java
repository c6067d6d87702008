package dev.kindred.learn;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Ridge regression with many right-hand sides at once: finds W that minimises {@code sum w_i |x_i W
 * - y_i|^2 + lambda |W|^2} by conjugate gradients (Hestenes and Stiefel, 1952), one recurrence per
 * column of W, preconditioned by the diagonal.
 */
final class RidgeRegression {
  private static final int PIECE = 4096;
  private static final double ENOUGH = 1e-8;

  private final Sparse rows;
  private final Sparse columns;
  private final float[] weights;
  private final int width;

  /**
   * @param rows features of each observation
   * @param features how many there are
   * @param weights of the observations, at least 0
   * @param width of a target
   */
  RidgeRegression(Sparse rows, int features, float[] weights, int width) {
    this.rows = rows;
    this.columns = rows.transposed(features);
    this.weights = weights;
    this.width = width;
  }

  /** The mean over features of the diagonal of X'wX: the natural unit of lambda. */
  double meanDiagonal() {
    float[] diagonal = diagonal(0);
    double sum = 0;
    for (float value : diagonal) {
      sum += value;
    }
    return diagonal.length == 0 ? 0 : sum / diagonal.length;
  }

  /**
   * Solves from zero.
   *
   * @param targets observations by width
   * @param steps at most
   * @return features by width
   */
  float[] solve(float[] targets, double lambda, int steps) {
    int features = columns.size();
    float[] diagonal = diagonal(lambda);
    float[] weighted = targets.clone();
    weigh(weighted);
    float[] residual = SparseTimes.product(columns, weighted, width);
    float[] solution = new float[features * width];
    float[] scaled = divided(residual, diagonal);
    float[] direction = scaled.clone();
    double[] energy = columnDots(residual, scaled);
    double[] enough = Arrays.stream(energy).map(e -> e * ENOUGH).toArray();
    for (int step = 0; step < steps; step++) {
      float[] product = multiply(direction, lambda);
      double[] curvature = columnDots(direction, product);
      float[] length = new float[width];
      for (int d = 0; d < width; d++) {
        length[d] =
            energy[d] > enough[d] && curvature[d] > 0 ? (float) (energy[d] / curvature[d]) : 0;
      }
      addColumns(length, 1, direction, solution);
      addColumns(length, -1, product, residual);
      scaled = divided(residual, diagonal);
      double[] next = columnDots(residual, scaled);
      float[] keep = new float[width];
      boolean going = false;
      for (int d = 0; d < width; d++) {
        keep[d] = length[d] == 0 ? 0 : (float) (next[d] / energy[d]);
        going |= length[d] != 0 && next[d] > enough[d];
      }
      energy = next;
      if (!going) {
        break;
      }
      addColumns(keep, 1, direction, scaled);
      direction = scaled;
    }
    return solution;
  }

  private float[] multiply(float[] direction, double lambda) {
    float[] predicted = SparseTimes.product(rows, direction, width);
    weigh(predicted);
    float[] product = SparseTimes.product(columns, predicted, width);
    VectorMath.axpy((float) lambda, direction, 0, product, 0, product.length);
    return product;
  }

  private void weigh(float[] x) {
    for (int row = 0; row < weights.length; row++) {
      VectorMath.scale(weights[row], x, row * width, width);
    }
  }

  private float[] diagonal(double lambda) {
    float[] diagonal = new float[columns.size()];
    for (int feature = 0; feature < diagonal.length; feature++) {
      double sum = lambda;
      for (int at = columns.starts()[feature]; at < columns.starts()[feature + 1]; at++) {
        float value = columns.confidences()[at];
        sum += (double) weights[columns.others()[at]] * value * value;
      }
      diagonal[feature] = (float) sum;
    }
    return diagonal;
  }

  private float[] divided(float[] x, float[] diagonal) {
    float[] result = x.clone();
    for (int row = 0; row < diagonal.length; row++) {
      VectorMath.scale(diagonal[row] == 0 ? 0 : 1 / diagonal[row], result, row * width, width);
    }
    return result;
  }

  /* y's row plus sign * scales (one per column) * x's row, for every row. */
  private void addColumns(float[] scales, int sign, float[] x, float[] y) {
    Parallel.ranges(
        x.length / width,
        PIECE,
        (from, to) -> {
          for (int at = from * width; at < to * width; at += width) {
            for (int d = 0; d < width; d++) {
              y[at + d] += sign * scales[d] * x[at + d];
            }
          }
        });
  }

  private double[] columnDots(float[] a, float[] b) {
    int rowCount = a.length / width;
    int pieces = (rowCount + PIECE - 1) / PIECE;
    double[][] sums =
        IntStream.range(0, pieces)
            .parallel()
            .mapToObj(piece -> {
              double[] sum = new double[width];
              int to = Math.min(rowCount, (piece + 1) * PIECE) * width;
              for (int at = piece * PIECE * width; at < to; at += width) {
                for (int d = 0; d < width; d++) {
                  sum[d] += (double) a[at + d] * b[at + d];
                }
              }
              return sum;
            })
            .toArray(double[][]::new);
    double[] total = new double[width];
    for (double[] sum : sums) {
      for (int d = 0; d < width; d++) {
        total[d] += sum[d];
      }
    }
    return total;
  }
}
