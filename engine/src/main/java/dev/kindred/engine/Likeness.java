package dev.kindred.engine;

import dev.kindred.learn.VectorMath;
import dev.kindred.model.FeatureVector;

/** Cosines: 1 for the same direction, 0 for nothing in common or an empty vector. */
final class Likeness {
  private Likeness() {}

  static double cosine(FeatureVector a, FeatureVector b) {
    double dot = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      int difference = a.indices()[i] - b.indices()[j];
      if (difference == 0) {
        dot += a.weights()[i++] * b.weights()[j++];
      } else if (difference < 0) {
        i++;
      } else {
        j++;
      }
    }
    double norms = norm(a.weights()) * norm(b.weights());
    return norms > 0 ? dot / norms : 0;
  }

  static double cosine(float[] a, float[] b) {
    double norms = norm(a) * norm(b);
    return norms > 0 ? VectorMath.dot(a, 0, b, 0, a.length) / norms : 0;
  }

  private static double norm(float[] vector) {
    return Math.sqrt(VectorMath.dot(vector, 0, vector, 0, vector.length));
  }
}
