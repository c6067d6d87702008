package dev.kindred.learn;

/** One factor: how many people have an item, as a share of the most. */
record PopularityLearner(LearnerSettings.Popularity settings) implements Learner {

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    int items = interactions.items();
    float[] slab = new float[items * 2];
    int most = 1;
    for (int item = 0; item < items; item++) {
      most = Math.max(most, interactions.itemDegree(item));
    }
    for (int item = 0; item < items; item++) {
      slab[2 * item] = (float) interactions.itemDegree(item) / most;
      slab[2 * item + 1] = slab[2 * item] == 0 ? 1 : 1 / slab[2 * item];
    }
    return new FactorModel(settings, new SumFolder(2, 1), slab);
  }
}
