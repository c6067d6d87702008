package dev.kindred.learn;

/**
 * The leading singular vectors of the interactions, scaled by degrees.
 *
 * <p>An item's factor is {@code d^c |v|^-n v}, where v is its row of singular vectors, each scaled
 * by a power of its singular value, and d the sum of its confidences. An item of which the subspace
 * holds little has a short v and would hardly ever be recommended: the power of its length gives
 * part of that back. As evidence the row counts {@code d^-b v}.
 */
record SpectralLearner(LearnerSettings.Spectral settings) implements Learner {

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    return model(interactions, subspace(interactions, progress));
  }

  /** What costs the time: depends on the exponents of the evidence, the iterations and the seed. */
  Subspace subspace(Interactions interactions, ProgressListener progress) {
    DegreeWeights weights =
        DegreeWeights.of(interactions, settings.personExponent(), settings.itemExponent());
    return Subspace.of(
        weights.rows(interactions).positive(),
        weights.columns(interactions).positive(),
        settings.factors(),
        settings.iterations(),
        settings.seed(),
        progress);
  }

  /** What the other settings make of a subspace. Takes its vectors over. */
  FactorModel model(Interactions interactions, Subspace subspace) {
    int factors = subspace.values().length;
    float[] squares = new float[factors];
    float[] gains = new float[factors];
    for (int j = 0; j < factors; j++) {
      double value = subspace.values()[j];
      squares[j] = (float) (value * value);
      gains[j] = value == 0 ? 0 : (float) Math.pow(value, settings.spectrumExponent() / 2);
    }
    float[] vectors = subspace.vectors();
    for (int at = 0; at < vectors.length; at++) {
      vectors[at] *= gains[at % factors];
    }
    SumItemFolder itemFolder =
        new SumItemFolder(
            squares,
            settings.itemExponent(),
            settings.popularityExponent(),
            settings.lengthExponent(),
            unit(vectors, interactions.items(), factors));
    return new FactorModel(
        settings,
        new SumFolder(factors + FactorLayout.EXTRA, settings.personExponent()),
        itemFolder,
        slab(interactions, vectors, itemFolder));
  }

  /* The root mean square of the rows' lengths. */
  private static double unit(float[] vectors, int items, int factors) {
    double sum = 0;
    for (int item = 0; item < items; item++) {
      sum += VectorMath.dot(vectors, item * factors, vectors, item * factors, factors);
    }
    return sum == 0 ? 1 : Math.sqrt(sum / items);
  }

  private static float[] slab(Interactions interactions, float[] vectors, SumItemFolder folder) {
    int length = folder.factors();
    int factors = FactorLayout.directions(length);
    float[] slab = new float[interactions.items() * length];
    for (int item = 0; item < interactions.items(); item++) {
      int start = item * length;
      System.arraycopy(vectors, item * factors, slab, start, factors);
      folder.scale(slab, start, interactions.peopleConfidencesOf(item));
    }
    return slab;
  }
}
