package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How much of a factor comes from behaviour and how much from what was to be expected before (an
 * item's content, the mean person), by the evidence there is: a line between measured points on the
 * scale of log(1 + evidence).
 *
 * @param evidence sums of confidences, ascending, above 0
 * @param behaviour what the factor folded in is multiplied by at each point
 * @param content what the expected factor is multiplied by at each point
 */
record EvidenceCurve(float[] evidence, float[] behaviour, float[] content) {
  private static final double HALF_EVIDENCE = 1;

  /** Nothing measured: behaviour counts whole, content fades. */
  static final EvidenceCurve DEFAULT = new EvidenceCurve(new float[0], new float[0], new float[0]);

  EvidenceCurve {
    if (behaviour.length != evidence.length || content.length != evidence.length) {
      throw new IllegalArgumentException(
          "there must be a share for each of "
              + evidence.length
              + " points, got "
              + behaviour.length
              + " and "
              + content.length);
    }
  }

  /** The share of content where nothing is measured. */
  static double faded(double evidence) {
    return HALF_EVIDENCE / (HALF_EVIDENCE + evidence);
  }

  /** The multiplier of behaviour. */
  double behaviourAt(double sum) {
    return at(sum, behaviour, 0, 1);
  }

  /** The multiplier of content. */
  double contentAt(double sum) {
    return at(sum, content, 1, 0);
  }

  /* From the value at no evidence through the points towards the value at endless evidence. */
  private double at(double sum, float[] values, double first, double last) {
    int points = evidence.length;
    if (points == 0) {
      return first > last ? faded(sum) : 1;
    }
    if (sum >= evidence[points - 1]) {
      return last + (values[points - 1] - last) * evidence[points - 1] / sum;
    }
    int next = 0;
    while (evidence[next] <= sum) {
      next++;
    }
    double from = next == 0 ? 0 : Math.log1p(evidence[next - 1]);
    double before = next == 0 ? first : values[next - 1];
    double share = (Math.log1p(sum) - from) / (Math.log1p(evidence[next]) - from);
    return before + share * (values[next] - before);
  }

  void write(DataOutputStream out) throws IOException {
    Checksummed.writeFloats(out, evidence);
    Checksummed.writeFloats(out, behaviour);
    Checksummed.writeFloats(out, content);
  }

  static EvidenceCurve read(DataInputStream in) throws IOException {
    return new EvidenceCurve(
        Checksummed.readFloats(in), Checksummed.readFloats(in), Checksummed.readFloats(in));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EvidenceCurve that
        && Arrays.equals(evidence, that.evidence)
        && Arrays.equals(behaviour, that.behaviour)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(evidence);
  }
}
