package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.util.List;

/**
 * An item's factor from what its content leads one to expect and from what its people did: content
 * alone without people, behaviour alone after many, sliding in between.
 *
 * <p>The sum of {@link ItemFolder the factor folded in from people} and the prior faded by {@code h
 * / (h + n)}, n being the sum of confidences. Behaviour needs no such weight: the factor folded in
 * from few people is short by itself, because most people are not among them. Immutable, safe for
 * many threads.
 */
public final class ItemPosterior {
  private static final int ITEMS_AT_ONCE = 256;

  private final ItemFolder folder;
  private final double halfEvidence;

  /**
   * @param halfEvidence sum of confidences at which the prior counts half, above 0
   */
  ItemPosterior(ItemFolder folder, double halfEvidence) {
    this.folder = folder;
    this.halfEvidence = halfEvidence;
  }

  /**
   * The posterior factor.
   *
   * @param prior factor predicted from content
   * @param personFactors of those who touched the item, best folded in without it
   * @param confidences as many; above 0 for liking, below 0 for disliking
   */
  public float[] combine(float[] prior, List<float[]> personFactors, float[] confidences) {
    PersonFolder.checkLength(folder.factors(), prior);
    PersonFolder.check(folder.factors(), personFactors, confidences);
    if (confidences.length == 0) {
      return prior.clone();
    }
    return blended(folder.fold(personFactors, confidences), prior, confidences);
  }

  /**
   * The posterior factors of all items of a trained model, where the learned factor is what their
   * people say: items without people get their prior, items with many stay as they were learned.
   *
   * @param interactions that the model was learned from
   * @param features of each item, by its number
   * @return items x factors, row by row
   */
  public static float[] slab(
      FactorModel model,
      Interactions interactions,
      ContentPrior prior,
      List<FeatureVector> features) {
    float[] slab = model.slab().clone();
    ItemPosterior posterior = model.posterior();
    Parallel.ranges(
        model.items(),
        ITEMS_AT_ONCE,
        (from, to) -> {
          for (int item = from; item < to; item++) {
            float[] confidences = interactions.peopleConfidencesOf(item);
            float[] factor =
                posterior.blended(
                    model.itemFactor(item), prior.predict(features.get(item)), confidences);
            System.arraycopy(factor, 0, slab, model.slabOffset(item), factor.length);
          }
        });
    return slab;
  }

  /* Behaviour plus faded prior, in place of behaviour. */
  private float[] blended(float[] factor, float[] prior, float[] confidences) {
    float fade = (float) (halfEvidence / (halfEvidence + DegreeWeights.power(confidences, 1)));
    VectorMath.axpy(fade, prior, 0, factor, 0, FactorLayout.directions(factor.length));
    double weight =
        (1 - fade) * FactorLayout.itemWeight(factor) + fade * FactorLayout.itemWeight(prior);
    FactorLayout.setItemWeight(factor, 0, factor.length, weight);
    return factor;
  }
}
