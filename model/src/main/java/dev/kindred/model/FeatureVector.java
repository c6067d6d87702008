package dev.kindred.model;

import java.util.Arrays;

/**
 * A sparse vector of content features of one product: what it is made of, without its words.
 *
 * <p>Immutable by convention: the arrays are handed over, not copied, because thousands of these
 * are made while learning.
 *
 * @param indices feature numbers, ascending, without repeats, each at least 0
 * @param weights of the features, as many as indices, finite
 */
public record FeatureVector(int[] indices, float[] weights) {

  /** A vector without features. */
  public static final FeatureVector EMPTY = new FeatureVector(new int[0], new float[0]);

  public FeatureVector {
    if (indices.length != weights.length) {
      throw new IllegalArgumentException(
          "indices and weights must be equally many, got "
              + indices.length
              + " and "
              + weights.length);
    }
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || (i > 0 && indices[i] <= indices[i - 1])) {
        throw new IllegalArgumentException(
            "indices must ascend from 0 up, got " + Arrays.toString(indices));
      }
    }
  }

  /** How many features are not zero. */
  public int size() {
    return indices.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FeatureVector that
        && Arrays.equals(indices, that.indices)
        && Arrays.equals(weights, that.weights);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(indices) + Arrays.hashCode(weights);
  }
}
