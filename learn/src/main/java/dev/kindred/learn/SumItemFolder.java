package dev.kindred.learn;

import java.util.List;

/**
 * The item factor as a weighted sum of its people's factors, as the singular vectors are of each
 * other: {@link SumFolder} mirrored.
 *
 * @param squares the squared singular value of each direction
 * @param itemExponent of an item's degree where it is evidence
 * @param popularityExponent of an item's degree where it is the answer
 * @param lengthExponent of the length of an item's row of singular vectors, by which the answer is
 *     divided
 * @param unit the usual length of such a row, above 0
 */
record SumItemFolder(
    float[] squares,
    double itemExponent,
    double popularityExponent,
    double lengthExponent,
    double unit)
    implements ItemFolder {

  @Override
  public int factors() {
    return squares.length + FactorLayout.EXTRA;
  }

  @Override
  public float[] fold(List<float[]> personFactors, float[] confidences) {
    float[] factor = new float[factors()];
    for (int i = 0; i < confidences.length; i++) {
      float[] person = personFactors.get(i);
      float weight = confidences[i] * FactorLayout.personWeight(person);
      VectorMath.axpy(weight, person, 0, factor, 0, squares.length);
    }
    double scale = DegreeWeights.power(confidences, -itemExponent);
    for (int d = 0; d < squares.length; d++) {
      factor[d] = squares[d] == 0 ? 0 : (float) (factor[d] * scale / squares[d]);
    }
    scale(factor, 0, confidences);
    return factor;
  }

  /** Turns a row of singular vectors into a factor, in place. */
  void scale(float[] slab, int offset, float[] confidences) {
    double length = VectorMath.norm(slab, offset, squares.length) / unit;
    double answer =
        length == 0
            ? 0
            : DegreeWeights.power(confidences, popularityExponent)
                * Math.pow(length, -lengthExponent);
    VectorMath.scale((float) answer, slab, offset, squares.length);
    double evidence = answer == 0 ? 0 : DegreeWeights.power(confidences, -itemExponent) / answer;
    FactorLayout.setItemWeight(slab, offset, factors(), evidence);
  }
}
