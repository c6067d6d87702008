package dev.kindred.indexer.index;

import dev.kindred.indexer.store.ProductChange;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A made-up catalogue whose factors lie about as learned ones do: in clusters of unequal size, each
 * drawn a little towards another cluster, some much longer than others. A person's factor is the
 * sum of a few products of two clusters.
 */
final class ClusteredFactors {
  private static final int CLUSTERS = 200;
  private static final int WORDS = 5_000;

  private final SplittableRandom random;
  private final int dimension;
  private final int[] cluster;
  private final List<float[]> factors = new ArrayList<>();

  ClusteredFactors(int products, int dimension, long seed) {
    this.random = new SplittableRandom(seed);
    this.dimension = dimension;
    this.cluster = new int[products];
    SplittableRandom sizes = new SplittableRandom(seed); // The same clusters in any dimension.
    float[][] centres = new float[CLUSTERS][];
    for (int c = 0; c < CLUSTERS; c++) {
      centres[c] = noise();
    }
    for (int p = 0; p < products; p++) {
      double u = sizes.nextDouble();
      cluster[p] = (int) (u * u * CLUSTERS);
      float[] factor = noise();
      float[] second = centres[random.nextInt(CLUSTERS)];
      double length = 0.3 * Math.exp(0.5 * random.nextGaussian()) / Math.sqrt(dimension);
      for (int i = 0; i < dimension; i++) {
        factor[i] = (float) (length * (centres[cluster[p]][i] + 0.6 * second[i] + 0.8 * factor[i]));
      }
      factors.add(factor);
    }
  }

  private float[] noise() {
    float[] noise = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  List<float[]> factors() {
    return factors;
  }

  ServingFactors serving(int generation) {
    ServingFactors serving = new ServingFactors(generation, dimension, p -> Optional.empty());
    for (int p = 0; p < factors.size(); p++) {
      serving.put(p, factors.get(p));
    }
    return serving;
  }

  /** Factors of people. */
  List<float[]> people(int count) {
    List<float[]> people = new ArrayList<>();
    while (people.size() < count) {
      int one = random.nextInt(cluster.length);
      int other = random.nextInt(cluster.length);
      float[] person = new float[dimension];
      int touched = 0;
      for (int tries = 0; tries < 2_000 && touched < 6; tries++) {
        int p = random.nextInt(cluster.length);
        if (cluster[p] == cluster[one] || cluster[p] == cluster[other]) {
          touched++;
          for (int i = 0; i < dimension; i++) {
            person[i] += factors.get(p)[i];
          }
        }
      }
      if (touched > 0) {
        people.add(person);
      }
    }
    return people;
  }

  /**
   * The products, numbered in order. Attribute {@code permille} is random from 0 to 999, {@code
   * group} the cluster.
   */
  List<ProductChange> products(boolean wordy) {
    List<ProductChange> changes = new ArrayList<>();
    for (int p = 0; p < cluster.length; p++) {
      Product product =
          Product.builder("p" + p, "Product " + words(wordy ? 5 : 1))
              .description(words(wordy ? 20 : 1))
              .attributes(
                  Map.of(
                      "permille", AttributeValue.of(random.nextInt(1_000)),
                      "group", AttributeValue.of(cluster[p])))
              .build();
      changes.add(new ProductChange(p + 1, product.id(), p, Optional.of(product)));
    }
    return changes;
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      double u = random.nextDouble();
      words.append("word").append((int) (u * u * WORDS)).append(' ');
    }
    return words.toString();
  }
}
