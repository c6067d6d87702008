package dev.kindred.learn;

import dev.kindred.model.InvalidFieldException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For each item the items that are bought with it more often than their popularity explains.
 *
 * <p>Pairs are counted over baskets; a pair stays when its lift is above 1 and Dunning's
 * log-likelihood ratio ("Accurate Methods for the Statistics of Surprise and Coincidence", 1993) is
 * above a threshold. Huge baskets, which would cost much and say little, are thinned out.
 * Immutable.
 */
public final class Complements {
  private static final int MAGIC = 0x4b434d50;
  private static final int VERSION = 1;

  /**
   * One item bought together with another.
   *
   * @param item the other item
   * @param lift how many times more often together than by chance, above 1
   * @param logLikelihoodRatio how sure that is; 10.8 is a chance of one in a thousand
   * @param support in how many baskets both were
   */
  public record Complement(int item, double lift, double logLikelihoodRatio, int support) {}

  /**
   * @param perItem how many to keep of each item, 1 or more
   * @param minSupport in how many baskets both must be, 1 or more
   * @param minLogLikelihoodRatio how sure it must be, at least 0
   * @param largestBasket 2 or more; of a larger basket only so many items are taken, chosen by hash
   */
  public record Settings(
      int perItem, int minSupport, double minLogLikelihoodRatio, int largestBasket) {
    /** 20 per item, 3 baskets, 10.8, 100 items. */
    public static final Settings DEFAULT = new Settings(20, 3, 10.8, 100);

    public Settings {
      atLeast("per_item", perItem, 1);
      atLeast("min_support", minSupport, 1);
      atLeast("largest_basket", largestBasket, 2);
      if (!(minLogLikelihoodRatio >= 0)) {
        throw new InvalidFieldException(
            "min_log_likelihood_ratio", "a number >= 0", minLogLikelihoodRatio);
      }
    }

    private static void atLeast(String field, int value, int least) {
      if (value < least) {
        throw new InvalidFieldException(field, "a whole number >= " + least, value);
      }
    }
  }

  private final int[] starts;
  private final int[] others;
  private final float[] lifts;
  private final float[] ratios;
  private final int[] supports;

  Complements(int[] starts, int[] others, float[] lifts, float[] ratios, int[] supports) {
    this.starts = starts;
    this.others = others;
    this.lifts = lifts;
    this.ratios = ratios;
    this.supports = supports;
  }

  /**
   * Finds the complements of every item.
   *
   * @param items how many there are
   * @param baskets the items bought at once, in any order; repeats count once
   */
  public static Complements of(int items, List<int[]> baskets, Settings settings) {
    return new PairCounter(items, baskets, settings).complements();
  }

  /** The number of items. */
  public int items() {
    return starts.length - 1;
  }

  /** An item's complements, the surest first. */
  public List<Complement> of(int item) {
    List<Complement> found = new ArrayList<>();
    for (int at = starts[item]; at < starts[item + 1]; at++) {
      found.add(new Complement(others[at], lifts[at], ratios[at], supports[at]));
    }
    return found;
  }

  /** Writes them with version and checksum. */
  public void write(DataOutputStream out) throws IOException {
    Checksummed.write(
        out,
        MAGIC,
        VERSION,
        body -> {
          Checksummed.writeInts(body, starts);
          Checksummed.writeInts(body, others);
          Checksummed.writeFloats(body, lifts);
          Checksummed.writeFloats(body, ratios);
          Checksummed.writeInts(body, supports);
        });
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when they are no complements, of another version, or damaged
   */
  public static Complements read(DataInputStream in) throws IOException {
    return Checksummed.read(
        in,
        "list of complements",
        MAGIC,
        VERSION,
        body ->
            new Complements(
                Checksummed.readInts(body),
                Checksummed.readInts(body),
                Checksummed.readFloats(body),
                Checksummed.readFloats(body),
                Checksummed.readInts(body)));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Complements that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(others, that.others)
        && Arrays.equals(lifts, that.lifts)
        && Arrays.equals(ratios, that.ratios)
        && Arrays.equals(supports, that.supports);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(others);
  }
}
