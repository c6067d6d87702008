package dev.kindred.learn;

import java.util.Arrays;

/**
 * Solves {@code (D + sum |c| yy') x = sum c y} for one row by preconditioned conjugate gradients
 * (Hestenes and Stiefel, 1952), with D diagonal and y the factors of the row's entries. One thread.
 */
final class RowSolver {
  /** Stops when the preconditioned residual has shrunk to this part, squared. */
  private static final float ENOUGH = 1e-11f;

  private final float[] factors;
  private final int k;
  private final float[] residual;
  private final float[] direction;
  private final float[] scaled;
  private final float[] product;

  /** Works on rows of k numbers. */
  RowSolver(float[] factors, int k) {
    this.factors = factors;
    this.k = k;
    this.residual = new float[k];
    this.direction = new float[k];
    this.scaled = new float[k];
    this.product = new float[k];
  }

  /** Moves {@code x[offset..offset+k)} from where it is towards the solution. */
  void solve(Sparse sparse, int row, float[] diagonal, float[] x, int offset, int mostSteps) {
    int from = sparse.starts()[row];
    int to = sparse.starts()[row + 1];
    if (from == to) {
      Arrays.fill(x, offset, offset + k, 0);
      return;
    }
    // residual = sum (c - |c| y.x) y - D x
    for (int d = 0; d < k; d++) {
      residual[d] = -diagonal[d] * x[offset + d];
    }
    for (int at = from; at < to; at++) {
      float c = sparse.confidences()[at];
      int y = sparse.others()[at] * k;
      float score = VectorMath.dot(factors, y, x, offset, k);
      VectorMath.axpy(c - Math.abs(c) * score, factors, y, residual, 0, k);
    }
    descend(sparse, row, diagonal, x, offset, mostSteps);
  }

  /** The solution for another right-hand side, from zero. */
  float[] solve(Sparse sparse, int row, float[] diagonal, float[] right, int mostSteps) {
    float[] x = new float[k];
    System.arraycopy(right, 0, residual, 0, k);
    descend(sparse, row, diagonal, x, 0, mostSteps);
    return x;
  }

  private void descend(
      Sparse sparse, int row, float[] diagonal, float[] x, int offset, int mostSteps) {
    int from = sparse.starts()[row];
    int to = sparse.starts()[row + 1];
    float energy = precondition(diagonal);
    float enough = ENOUGH * energy;
    System.arraycopy(scaled, 0, direction, 0, k);
    for (int step = 0; step < mostSteps && energy > enough; step++) {
      multiply(sparse, from, to, diagonal);
      float curvature = VectorMath.dot(direction, 0, product, 0, k);
      if (!(curvature > 0)) {
        return;
      }
      float length = energy / curvature;
      VectorMath.axpy(length, direction, 0, x, offset, k);
      VectorMath.axpy(-length, product, 0, residual, 0, k);
      float next = precondition(diagonal);
      float keep = next / energy;
      for (int d = 0; d < k; d++) {
        direction[d] = scaled[d] + keep * direction[d];
      }
      energy = next;
    }
  }

  private float precondition(float[] diagonal) {
    for (int d = 0; d < k; d++) {
      scaled[d] = residual[d] / diagonal[d];
    }
    return VectorMath.dot(scaled, 0, residual, 0, k);
  }

  private void multiply(Sparse sparse, int from, int to, float[] diagonal) {
    for (int d = 0; d < k; d++) {
      product[d] = diagonal[d] * direction[d];
    }
    for (int at = from; at < to; at++) {
      int y = sparse.others()[at] * k;
      float along = VectorMath.dot(factors, y, direction, 0, k);
      VectorMath.axpy(Math.abs(sparse.confidences()[at]) * along, factors, y, product, 0, k);
    }
  }
}
