package dev.kindred.learn;

import dev.kindred.model.FeatureVector;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The factor that a product's content leads one to expect: a linear map from features to factors.
 *
 * <p>Learned by ridge regression on the items of a model, each weighted by its evidence; the
 * regularisation is chosen on items held out. Immutable.
 */
public final class ContentPrior {
  private static final int MAGIC = 0x4b435052;
  private static final int VERSION = 1;

  private final int factors;
  private final float[] mean;
  private final float[] map;

  ContentPrior(float[] mean, float[] map) {
    if (mean.length == 0 || map.length % mean.length != 0) {
      throw new IllegalArgumentException(
          map.length + " numbers are no whole rows of " + mean.length);
    }
    this.factors = mean.length;
    this.mean = mean;
    this.map = map;
  }

  /**
   * Learns the map.
   *
   * @param model whose item factors are to be predicted
   * @param interactions that it was learned from: an item's people are its evidence
   * @param features of each item of the model, by its number; empty where nothing is known
   * @param seed of the choice of held-out items
   */
  public static ContentPrior learn(
      FactorModel model,
      Interactions interactions,
      List<FeatureVector> features,
      long seed,
      ProgressListener progress) {
    if (features.size() != model.items()) {
      throw new IllegalArgumentException(
          "features must be as many as items, " + model.items() + ", got " + features.size());
    }
    return PriorLearning.learn(model, interactions, features, seed, progress);
  }

  /** The length of the factors it predicts. */
  public int factors() {
    return factors;
  }

  /** The number of features it knows; higher numbers count for nothing. */
  public int features() {
    return map.length / factors;
  }

  /** The factor to expect of a product with these features. */
  public float[] predict(FeatureVector features) {
    float[] factor = mean.clone();
    for (int i = 0; i < features.size(); i++) {
      int feature = features.indices()[i];
      if (feature < features()) {
        VectorMath.axpy(features.weights()[i], map, feature * factors, factor, 0, factors);
      }
    }
    return factor;
  }

  /** Writes it with version and checksum. */
  public void write(DataOutputStream out) throws IOException {
    Checksummed.write(
        out,
        MAGIC,
        VERSION,
        body -> {
          Checksummed.writeFloats(body, mean);
          Checksummed.writeFloats(body, map);
        });
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is not a content prior, of another version, or damaged
   */
  public static ContentPrior read(DataInputStream in) throws IOException {
    return Checksummed.read(
        in,
        "content prior",
        MAGIC,
        VERSION,
        body -> new ContentPrior(Checksummed.readFloats(body), Checksummed.readFloats(body)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentPrior that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(map, that.map);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean);
  }
}
