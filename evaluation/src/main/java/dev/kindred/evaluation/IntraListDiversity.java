package dev.kindred.evaluation;

/** How different the items of one list are from each other (Ziegler et al., 2005). */
final class IntraListDiversity {
  private IntraListDiversity() {}

  /**
   * Mean of 1 - cosine over all pairs.
   *
   * @param vectors of the list's items, equally long
   * @return 0 (all alike) to 2; 0 for fewer than two items
   */
  static double of(float[][] vectors) {
    int n = vectors.length;
    if (n < 2) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        sum += 1 - cosine(vectors[i], vectors[j]);
      }
    }
    return sum / ((double) n * (n - 1) / 2);
  }

  private static double cosine(float[] a, float[] b) {
    double dot = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
      aa += (double) a[i] * a[i];
      bb += (double) b[i] * b[i];
    }
    return aa == 0 || bb == 0 ? 0 : dot / Math.sqrt(aa * bb);
  }
}
