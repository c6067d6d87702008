package dev.kindred.analyzers.review;

import opennlp.tools.ml.model.MaxentModel;

/** A model one of whose outcomes is more or less frequent than in its training data. */
final class Reweighted implements MaxentModel {
  private final MaxentModel model;
  private final int outcome;
  private final double weight;

  /**
   * @param weight factor on the outcome's odds, above 0
   */
  Reweighted(MaxentModel model, String outcome, double weight) {
    this.model = model;
    this.outcome = model.getIndex(outcome);
    this.weight = weight;
  }

  private double[] reweighted(double[] shares) {
    double sum = 1 + (weight - 1) * shares[outcome];
    double[] result = new double[shares.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = shares[i] * (i == outcome ? weight : 1) / sum;
    }
    return result;
  }

  @Override
  public double[] eval(String[] context) {
    return reweighted(model.eval(context));
  }

  @Override
  public double[] eval(String[] context, double[] shares) {
    return reweighted(model.eval(context, shares));
  }

  @Override
  public double[] eval(String[] context, float[] values) {
    return reweighted(model.eval(context, values));
  }

  @Override
  public String getBestOutcome(double[] shares) {
    return model.getBestOutcome(shares);
  }

  @Override
  public String getAllOutcomes(double[] shares) {
    return model.getAllOutcomes(shares);
  }

  @Override
  public String getOutcome(int index) {
    return model.getOutcome(index);
  }

  @Override
  public int getIndex(String name) {
    return model.getIndex(name);
  }

  @Override
  public int getNumOutcomes() {
    return model.getNumOutcomes();
  }
}
