package dev.kindred.learn;

import java.util.List;

/**
 * The item factor as a weighted sum of its people's factors, as the singular vectors are of each
 * other: {@link SumFolder} mirrored.
 *
 * @param squares the squared singular value of each direction
 * @param itemExponent of an item's degree where it is evidence
 * @param popularityExponent of an item's degree where it is the answer
 */
record SumItemFolder(float[] squares, double itemExponent, double popularityExponent)
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
    double scale = DegreeWeights.power(confidences, popularityExponent - itemExponent);
    for (int d = 0; d < squares.length; d++) {
      factor[d] = squares[d] == 0 ? 0 : (float) (factor[d] * scale / squares[d]);
    }
    double weight = DegreeWeights.power(confidences, -itemExponent - popularityExponent);
    FactorLayout.setItemWeight(factor, 0, factors(), weight);
    return factor;
  }
}
