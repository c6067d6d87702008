package dev.kindred.learn;

import java.util.Arrays;

/**
 * What one interaction weighs when those of busy people and popular items weigh less: confidence
 * times a power of the person's and a power of the item's sum of confidences.
 *
 * @param people a weight per person, 0 for somebody without interactions
 * @param items a weight per item, 0 for one without interactions
 * @param itemScale by which all item weights were multiplied
 */
record DegreeWeights(double[] people, double[] items, double itemScale) {

  /** The weights with these exponents, each from 0 (all alike) to 1. */
  static DegreeWeights of(Interactions interactions, double personExponent, double itemExponent) {
    return new DegreeWeights(
        powers(interactions.rows, -personExponent), powers(interactions.columns, -itemExponent), 1);
  }

  /** The same with item weights such that weighted confidences are 1 in the mean. */
  DegreeWeights normalised(Interactions interactions) {
    double after = 0;
    for (int person = 0; person < people.length; person++) {
      for (int at = interactions.rowStart(person); at < interactions.rowEnd(person); at++) {
        double confidence = Math.abs(interactions.rowConfidence(at));
        after += confidence * people[person] * items[interactions.rowItem(at)];
      }
    }
    double scale = after == 0 ? 1 : interactions.size() / after;
    return new DegreeWeights(people, Arrays.stream(items).map(w -> w * scale).toArray(), scale);
  }

  /** The weighted interactions by people. */
  Sparse rows(Interactions interactions) {
    return weighted(interactions.rows, people, items);
  }

  /** The weighted interactions by items. */
  Sparse columns(Interactions interactions) {
    return weighted(interactions.columns, items, people);
  }

  /** The sum of each row's absolute confidences, to a power; 0 for an empty row. */
  static double[] powers(Sparse sparse, double exponent) {
    double[] powers = new double[sparse.size()];
    for (int row = 0; row < powers.length; row++) {
      powers[row] =
          power(sparse.confidences(), sparse.starts()[row], sparse.starts()[row + 1], exponent);
    }
    return powers;
  }

  /** The sum of absolute confidences to a power; 0 when there are none. */
  static double power(float[] confidences, double exponent) {
    return power(confidences, 0, confidences.length, exponent);
  }

  private static double power(float[] confidences, int from, int to, double exponent) {
    double sum = 0;
    for (int at = from; at < to; at++) {
      sum += Math.abs(confidences[at]);
    }
    return sum == 0 ? 0 : Math.pow(sum, exponent);
  }

  private static Sparse weighted(Sparse sparse, double[] rowWeights, double[] otherWeights) {
    float[] values = new float[sparse.others().length];
    for (int row = 0; row < sparse.size(); row++) {
      for (int at = sparse.starts()[row]; at < sparse.starts()[row + 1]; at++) {
        values[at] =
            (float)
                (sparse.confidences()[at] * rowWeights[row] * otherWeights[sparse.others()[at]]);
      }
    }
    return new Sparse(sparse.starts(), sparse.others(), values);
  }
}
