package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How popular items are now: counts in which an event of one half-life ago counts half.
 *
 * <p>Forward decay (Cormode, Shkapenyuk, Srivastava, Xu, 2009): an event weighs {@code 2^((time -
 * landmark) / halfLife)} when it is added, and nothing is touched afterwards. The order of the
 * scores therefore does not depend on when one looks. Weights may be negative. One thread may write
 * while many read.
 */
public final class DecayedCounts {
  private static final int LARGEST_EXPONENT = 200;

  /* Immutable but for the counts, which the writer replaces as a whole when the landmark moves. */
  private record State(double landmarkHalfLives, double[] counts) {}

  private final double halfLifeMillis;
  private volatile State state;

  /** Empty counts. */
  public DecayedCounts(Duration halfLife) {
    if (!halfLife.isPositive()) {
      throw new IllegalArgumentException("half-life must be longer than zero, got " + halfLife);
    }
    this.halfLifeMillis = halfLife.toMillis();
    this.state = new State(Double.NEGATIVE_INFINITY, new double[0]);
  }

  /** After which an event counts half. */
  public Duration halfLife() {
    return Duration.ofMillis((long) halfLifeMillis);
  }

  /** Adds the weight of something that happened to an item. */
  public synchronized void add(int item, double weight, Instant time) {
    if (item < 0) {
      throw new IllegalArgumentException("item must be >= 0, got " + item);
    }
    if (!Double.isFinite(weight)) {
      throw new IllegalArgumentException("weight must be finite, got " + weight);
    }
    double halfLives = time.toEpochMilli() / halfLifeMillis;
    State now = state;
    double landmark = now.landmarkHalfLives();
    double[] counts = now.counts();
    if (item >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(item + 1, counts.length + (counts.length >> 1)));
    }
    if (landmark == Double.NEGATIVE_INFINITY) {
      landmark = halfLives;
    } else if (halfLives - landmark > LARGEST_EXPONENT) {
      double shrink = Math.pow(2, landmark - halfLives);
      counts = Arrays.stream(counts).map(c -> c * shrink).toArray();
      landmark = halfLives;
    }
    counts[item] += weight * Math.pow(2, halfLives - landmark);
    state = new State(landmark, counts);
  }

  /** Writes the half-life and all counts. */
  public void write(DataOutputStream out) throws IOException {
    State now = state;
    out.writeDouble(halfLifeMillis);
    out.writeDouble(now.landmarkHalfLives());
    out.writeInt(now.counts().length);
    for (double count : now.counts()) {
      out.writeDouble(count);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if it ends too early
   * @throws IllegalArgumentException if it is something else
   */
  public static DecayedCounts read(DataInputStream in) throws IOException {
    double halfLifeMillis = in.readDouble();
    DecayedCounts read = new DecayedCounts(Duration.ofMillis((long) halfLifeMillis));
    double landmark = in.readDouble();
    read.state = new State(landmark, Checksummed.readDoubles(in));
    return read;
  }

  /** The score of an item; comparable between items, 0 for an item never added. */
  public double score(int item) {
    double[] counts = state.counts();
    return item < counts.length ? counts[item] : 0;
  }

  /** What an item's weights are worth at a moment. */
  public double score(int item, Instant now) {
    State read = state;
    return item < read.counts().length && read.counts()[item] != 0
        ? read.counts()[item]
            * Math.pow(2, read.landmarkHalfLives() - now.toEpochMilli() / halfLifeMillis)
        : 0;
  }

  /** What all items' weights are worth at a moment, by item. */
  public double[] scores(Instant now) {
    State read = state;
    double scale = Math.pow(2, read.landmarkHalfLives() - now.toEpochMilli() / halfLifeMillis);
    double[] scores = new double[read.counts().length];
    for (int item = 0; item < scores.length; item++) {
      scores[item] = read.counts()[item] == 0 ? 0 : scale * read.counts()[item];
    }
    return scores;
  }

  /** The items with the n highest scores above 0, the highest first, then by number. */
  public int[] top(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n must be >= 1, got " + n);
    }
    double[] counts = state.counts();
    TopItems top = new TopItems(Math.min(n, counts.length), new int[0]);
    for (int item = 0; item < counts.length; item++) {
      double count = counts[item];
      if (count > 0) {
        top.offer(item, count);
      }
    }
    return top.items();
  }
}
