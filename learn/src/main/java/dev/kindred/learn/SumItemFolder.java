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
    return squares.length + SumFolder.EXTRA;
  }

  @Override
  public float[] fold(List<float[]> personFactors, float[] confidences) {
    float[] factor = new float[factors()];
    double likes = 0;
    double all = 0;
    for (int i = 0; i < confidences.length; i++) {
      float[] person = personFactors.get(i);
      float weight = confidences[i] * person[factors() - 1];
      VectorMath.axpy(weight, person, 0, factor, 0, squares.length);
      likes += Math.max(0, confidences[i]);
      all += Math.abs(confidences[i]);
    }
    double degree = likes > 0 ? likes : all;
    if (degree == 0) {
      return factor;
    }
    double scale = Math.pow(degree, popularityExponent - itemExponent);
    for (int d = 0; d < squares.length; d++) {
      factor[d] = squares[d] == 0 ? 0 : (float) (factor[d] * scale / squares[d]);
    }
    factor[squares.length] = (float) Math.pow(degree, -itemExponent - popularityExponent);
    return factor;
  }

  @Override
  public float[] blend(float[] factor, float[] prior, float fade) {
    VectorMath.axpy(fade, prior, 0, factor, 0, squares.length);
    int evidence = squares.length;
    factor[evidence] = (1 - fade) * factor[evidence] + fade * prior[evidence];
    return factor;
  }
}
