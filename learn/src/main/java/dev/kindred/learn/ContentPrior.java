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
 * regularisation, the weight of rare features and the length of the predictions are chosen on items
 * held out. Immutable.
 */
public final class ContentPrior {
  private static final int MAGIC = 0x4b435052;
  /* One more whenever the features of the same product are others. */
  private static final int VERSION = 2;
  private static final int CURVE_VERSION = 1;
  private static final int CURVE_MAGIC = 0x4b455643;

  private final int[] known;
  private final float[] mean;
  private final float[] map;
  private final EvidenceCurve curve;

  /**
   * @param known the feature numbers with a row in the map, ascending
   * @param mean the factor without any feature
   * @param map known features by factors
   * @param curve how fast behaviour takes over
   */
  ContentPrior(int[] known, float[] mean, float[] map, EvidenceCurve curve) {
    if (map.length != known.length * mean.length) {
      throw new IllegalArgumentException(
          map.length + " numbers are not " + known.length + " rows of " + mean.length);
    }
    this.known = known;
    this.mean = mean;
    this.map = map;
    this.curve = curve;
  }

  /**
   * Learns the map; uses all cores.
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
    if (features.size() != model.items() || interactions.items() != model.items()) {
      throw new IllegalArgumentException(
          "features and interactions must have as many items as the model, "
              + model.items()
              + ", got "
              + features.size()
              + " and "
              + interactions.items());
    }
    return new PriorLearning(model, interactions, features).learn(seed, progress);
  }

  /** Nothing learned: every factor is zero. */
  public static ContentPrior none(int factors) {
    return new ContentPrior(new int[0], new float[factors], new float[0], EvidenceCurve.DEFAULT);
  }

  /** The length of the factors it predicts. */
  public int factors() {
    return mean.length;
  }

  /** The number of features that it learned something about; the others count for nothing. */
  public int features() {
    return known.length;
  }

  /** The factor to expect of a product with these features. */
  public float[] predict(FeatureVector features) {
    float[] factor = mean.clone();
    for (int i = 0; i < features.size(); i++) {
      int row = Arrays.binarySearch(known, features.indices()[i]);
      if (row >= 0) {
        VectorMath.axpy(features.weights()[i], map, row * factors(), factor, 0, factors());
      }
    }
    return factor;
  }

  /** Moves item factors of this model from what content predicts to what people did. */
  public ItemPosterior posterior(FactorModel model) {
    return new ItemPosterior(model.itemFolder(), curve);
  }

  /** Writes it with version and checksum. */
  public void write(DataOutputStream out) throws IOException {
    Checksummed.write(
        out,
        MAGIC,
        VERSION,
        body -> {
          Checksummed.writeInts(body, known);
          Checksummed.writeFloats(body, mean);
          Checksummed.writeFloats(body, map);
        });
    Checksummed.write(out, CURVE_MAGIC, CURVE_VERSION, curve::write);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is not a content prior, of another version, or damaged
   */
  public static ContentPrior read(DataInputStream in) throws IOException {
    ContentPrior prior =
        Checksummed.read(
            in,
            "content prior",
            MAGIC,
            VERSION,
            body ->
                new ContentPrior(
                    Checksummed.readInts(body),
                    Checksummed.readFloats(body),
                    Checksummed.readFloats(body),
                    EvidenceCurve.DEFAULT));
    return in.available() == 0 ? prior : prior.with(readCurve(in));
  }

  private static EvidenceCurve readCurve(DataInputStream in) throws IOException {
    return Checksummed.read(in, "evidence curve", CURVE_MAGIC, CURVE_VERSION, EvidenceCurve::read);
  }

  private ContentPrior with(EvidenceCurve other) {
    return new ContentPrior(known, mean, map, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentPrior that
        && Arrays.equals(known, that.known)
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(map, that.map)
        && curve.equals(that.curve);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(mean);
  }
}
