package dev.kindred.learn;

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
    float fade = (float) (halfEvidence / (halfEvidence + DegreeWeights.power(confidences, 1)));
    float[] factor = folder.fold(personFactors, confidences);
    int directions = FactorLayout.directions(factor.length);
    VectorMath.axpy(fade, prior, 0, factor, 0, directions);
    double weight =
        (1 - fade) * FactorLayout.itemWeight(factor) + fade * FactorLayout.itemWeight(prior);
    FactorLayout.setItemWeight(factor, 0, factor.length, weight);
    return factor;
  }
}
