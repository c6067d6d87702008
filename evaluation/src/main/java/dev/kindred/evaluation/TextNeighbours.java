package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import dev.kindred.model.FeatureVector;
import java.util.Arrays;
import java.util.List;

/** Content baseline: the mean cosine between an item's features and those of a person's items. */
final class TextNeighbours implements Recommender {
  private final Interactions train;
  private final List<FeatureVector> features;
  private final double[] lengths;
  private final int buckets;

  TextNeighbours(Interactions train, List<FeatureVector> features) {
    this.train = train;
    this.features = List.copyOf(features);
    this.lengths = features.stream().mapToDouble(TextNeighbours::length).toArray();
    this.buckets =
        1 + features.stream().flatMapToInt(f -> Arrays.stream(f.indices())).max().orElse(-1);
  }

  private static double length(FeatureVector vector) {
    double sum = 0;
    for (float weight : vector.weights()) {
      sum += (double) weight * weight;
    }
    return Math.sqrt(sum);
  }

  @Override
  public void score(int[] people, float[][] scores) {
    double[] profile = new double[buckets];
    for (int p = 0; p < people.length; p++) {
      Arrays.fill(profile, 0);
      for (int at = train.rowStart(people[p]); at < train.rowEnd(people[p]); at++) {
        add(train.rowItem(at), train.rowConfidence(at), profile);
      }
      for (int item = 0; item < features.size(); item++) {
        scores[p][item] = (float) likeness(item, profile);
      }
    }
  }

  private void add(int item, double confidence, double[] profile) {
    if (lengths[item] > 0) {
      FeatureVector vector = features.get(item);
      for (int i = 0; i < vector.size(); i++) {
        profile[vector.indices()[i]] += confidence * vector.weights()[i] / lengths[item];
      }
    }
  }

  private double likeness(int item, double[] profile) {
    FeatureVector vector = features.get(item);
    double sum = 0;
    for (int i = 0; i < vector.size(); i++) {
      sum += vector.weights()[i] * profile[vector.indices()[i]];
    }
    return lengths[item] == 0 ? 0 : sum / lengths[item];
  }
}
