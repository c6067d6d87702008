package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.util.List;

/**
 * An item's factor from what its content leads one to expect and from what its people did: content
 * alone without people, behaviour alone after many, sliding in between.
 *
 * <p>The sum of {@link ItemFolder the factor folded in from people} and of the prior, each times a
 * share that depends on the sum of confidences. The shares were measured in training on items taken
 * as if few people had come to them. Immutable, safe for many threads.
 */
public final class ItemPosterior {
  private static final int ITEMS_AT_ONCE = 256;

  private final ItemFolder folder;
  private final EvidenceCurve curve;

  /**
   * @param curve how much of both by the sum of confidences
   */
  ItemPosterior(ItemFolder folder, EvidenceCurve curve) {
    this.folder = folder;
    this.curve = curve;
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

  private float[] blended(float[] factor, float[] prior, float[] confidences) {
    double evidence = DegreeWeights.power(confidences, 1);
    if (evidence == 0) {
      return prior.clone();
    }
    double content = curve.contentAt(evidence);
    double weight = FactorLayout.itemWeight(factor);
    int directions = FactorLayout.directions(factor.length);
    VectorMath.scale((float) curve.behaviourAt(evidence), factor, 0, directions);
    VectorMath.axpy((float) content, prior, 0, factor, 0, directions);
    double trusted = Math.min(1, content);
    FactorLayout.setItemWeight(
        factor,
        0,
        factor.length,
        (1 - trusted) * weight + trusted * FactorLayout.itemWeight(prior));
    return factor;
  }
}
