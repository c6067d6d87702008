package dev.kindred.evaluation;

import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.PersonFolder;
import dev.kindred.learn.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Folds people in from their training interactions and scores by dot product, exactly. */
final class FactorRecommender implements Recommender {
  /* A tile of item factors stays in the processor's cache while all people of a batch use it. */
  private static final int TILE_FLOATS = 1 << 15;

  private final Optional<FactorModel> model;
  private final PersonFolder folder;
  private final float[] slab;
  private final Interactions train;

  FactorRecommender(FactorModel model, Interactions train) {
    this(Optional.of(model), model.folder(), model.slab(), train);
  }

  /**
   * @param slab item factors, one after another
   */
  FactorRecommender(PersonFolder folder, float[] slab, Interactions train) {
    this(Optional.empty(), folder, slab, train);
  }

  private FactorRecommender(
      Optional<FactorModel> model, PersonFolder folder, float[] slab, Interactions train) {
    this.model = model;
    this.folder = folder;
    this.slab = slab;
    this.train = train;
  }

  /** The model whose factors these are, if they are as it learned them. */
  Optional<FactorModel> model() {
    return model;
  }

  @Override
  public void score(int[] people, float[][] scores) {
    int factors = folder.factors();
    float[][] folded = new float[people.length][];
    for (int p = 0; p < people.length; p++) {
      folded[p] = fold(people[p]);
    }
    int tile = Math.max(1, TILE_FLOATS / factors);
    int items = slab.length / factors;
    for (int from = 0; from < items; from += tile) {
      int to = Math.min(items, from + tile);
      for (int p = 0; p < people.length; p++) {
        for (int item = from; item < to; item++) {
          scores[p][item] = VectorMath.dot(folded[p], 0, slab, item * factors, factors);
        }
      }
    }
  }

  /** An item's factor; a copy. */
  float[] itemFactor(int item) {
    return Arrays.copyOfRange(slab, item * folder.factors(), (item + 1) * folder.factors());
  }

  /** A person's factor from their training interactions. */
  float[] fold(int person) {
    List<float[]> touched = new ArrayList<>(train.personDegree(person));
    for (int at = train.rowStart(person); at < train.rowEnd(person); at++) {
      int start = train.rowItem(at) * folder.factors();
      touched.add(Arrays.copyOfRange(slab, start, start + folder.factors()));
    }
    return folder.fold(touched, train.confidencesOf(person));
  }
}
