package dev.kindred.learn;

import java.util.List;

/** Turns the people who touched an item into an item factor: a {@link PersonFolder} mirrored. */
sealed interface ItemFolder permits RidgeItemFolder, SumItemFolder {

  /** The length of the factors it takes and gives. */
  int factors();

  /** The factor of an item by its people alone, at least one; lengths are as they should be. */
  float[] fold(List<float[]> personFactors, float[] confidences);
}
