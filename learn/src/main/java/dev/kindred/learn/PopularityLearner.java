package dev.kindred.learn;

/** One factor: how many people have an item, as a share of the most. */
record PopularityLearner(LearnerSettings.Popularity settings) implements Learner {

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    int items = interactions.items();
    int factors = 1 + FactorLayout.EXTRA;
    float[] slab = new float[items * factors];
    int most = 1;
    for (int item = 0; item < items; item++) {
      most = Math.max(most, interactions.itemDegree(item));
    }
    for (int item = 0; item < items; item++) {
      float share = (float) interactions.itemDegree(item) / most;
      slab[factors * item] = share;
      // As evidence every item says the same.
      FactorLayout.setItemWeight(slab, factors * item, factors, share == 0 ? 0 : 1 / share);
    }
    return new FactorModel(
        settings,
        new SumFolder(factors, 1),
        new SumItemFolder(new float[] {most}, 0, 1, 0, 1),
        slab);
  }
}
