package dev.kindred.indexer.index;

import dev.kindred.learn.VectorMath;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Factors by product number. Rows of products with neighbouring numbers lie side by side, so that a
 * scan reads memory in order; any row may be absent.
 *
 * <p>Each row is there twice: as it is, and rounded to one byte a number, column by column, so that
 * a block's inner products with a factor are summed side by side ({@link #bounds}).
 *
 * <p>Many may read while one at a time writes; a reader sees a row as a whole, old or new.
 */
final class FactorRows {
  private static final int ROWS = 16;

  /** What sums of rounded products may be off by, as a share of the factors' lengths. */
  private static final float SLACK = 1e-4f;

  private final int dimension;
  private volatile @Nullable Block[] blocks = new Block[64];

  FactorRows(int dimension) {
    this.dimension = dimension;
  }

  /**
   * Rows of 16 products. What a block has does not change: a new row goes to where nobody reads
   * yet, and is shown by the block that takes this one's place.
   *
   * @param values the rows, one behind the other
   * @param lengths of each row
   * @param rounded the rows in whole steps: the first numbers of all rows, then the second ones ...
   * @param steps size of each row's steps
   * @param present a bit for each row
   */
  private record Block(
      float[] values, float[] lengths, byte[] rounded, float[] steps, int present) {
    static Block empty(int dimension) {
      return new Block(
          new float[ROWS * dimension],
          new float[ROWS],
          new byte[ROWS * dimension],
          new float[ROWS],
          0);
    }

    boolean has(int row) {
      return (present >> row & 1) != 0;
    }

    Block copy() {
      return new Block(values.clone(), lengths.clone(), rounded.clone(), steps.clone(), present);
    }

    Block showing(int row) {
      return new Block(values, lengths, rounded, steps, present | 1 << row);
    }
  }

  boolean has(int number) {
    return block(number) != null;
  }

  /** A row; a copy, {@code null} if it is absent. */
  float @Nullable [] copy(int number) {
    Block block = block(number);
    int start = start(number);
    return block == null ? null : Arrays.copyOfRange(block.values, start, start + dimension);
  }

  /** Inner product of a row with a factor; NaN if the row is absent. */
  float dot(int number, float[] factor) {
    Block block = block(number);
    return block == null
        ? Float.NaN
        : VectorMath.dot(block.values, start(number), factor, 0, dimension);
  }

  /**
   * Cosine of a row with a factor; 0 if either is zero, NaN if the row is absent.
   *
   * @param length of the factor
   */
  float cosine(int number, float[] factor, float length) {
    Block block = block(number);
    if (block == null) {
      return Float.NaN;
    }
    float dot = VectorMath.dot(block.values, start(number), factor, 0, dimension);
    return perLengths(dot, block.lengths[number % ROWS] * length);
  }

  /**
   * Between which bounds the inner products of all rows with a factor are, from the rounded rows. A
   * number of a row is at most half a step from its rounded one.
   *
   * @param low by product number; NaN for absent rows
   * @param high of the same length; rows beyond it are left out
   */
  void bounds(float[] factor, float[] low, float[] high) {
    bounds(factor, false, low, high);
  }

  /** Between which bounds the cosines of all rows with a factor are; as {@link #bounds}. */
  void cosineBounds(float[] factor, float[] low, float[] high) {
    bounds(factor, true, low, high);
  }

  private void bounds(float[] factor, boolean cosine, float[] low, float[] high) {
    float length = VectorMath.norm(factor, 0, dimension);
    float half = sumOfSizes(factor) / 2;
    float[] sums = new float[ROWS];
    @Nullable Block[] now = blocks;
    for (int first = 0; first < low.length; first += ROWS) {
      Block block = first / ROWS < now.length ? now[first / ROWS] : null;
      int rows = Math.min(ROWS, low.length - first);
      if (block == null) {
        Arrays.fill(low, first, first + rows, Float.NaN);
        Arrays.fill(high, first, first + rows, Float.NaN);
        continue;
      }
      VectorMath.dots(block.rounded, ROWS, factor, dimension, sums);
      for (int row = 0; row < rows; row++) {
        float rough = block.has(row) ? block.steps[row] * sums[row] : Float.NaN;
        float error = half * block.steps[row] + SLACK * length * block.lengths[row];
        float both = cosine ? block.lengths[row] * length : 1;
        low[first + row] = perLengths(rough - error, both);
        high[first + row] = perLengths(rough + error, both);
      }
    }
  }

  private static float sumOfSizes(float[] factor) {
    float sum = 0;
    for (float value : factor) {
      sum += Math.abs(value);
    }
    return sum;
  }

  /** Cosine of two rows; 0 if either is zero or absent. */
  float cosine(int number, int other) {
    Block a = block(number);
    Block b = block(other);
    if (a == null || b == null) {
      return 0;
    }
    float dot = VectorMath.dot(a.values, start(number), b.values, start(other), dimension);
    return perLengths(dot, a.lengths[number % ROWS] * b.lengths[other % ROWS]);
  }

  /** 0 where a length is; an absent row's NaN stays. */
  private static float perLengths(float dot, float both) {
    return both > 0 || Float.isNaN(dot) ? dot / both : 0;
  }

  /** Sets a row; one at a time. */
  void put(int number, float[] factor) {
    @Nullable Block[] now = blocks;
    int place = number / ROWS;
    int row = number % ROWS;
    if (place >= now.length) {
      now = Arrays.copyOf(now, Math.max(place + 1, now.length + (now.length >> 1)));
    }
    Block before = now[place];
    Block block =
        before == null ? Block.empty(dimension) : before.has(row) ? before.copy() : before;
    System.arraycopy(factor, 0, block.values, start(number), dimension);
    block.lengths[row] = VectorMath.norm(factor, 0, dimension);
    block.steps[row] = round(factor, block.rounded, row);
    now[place] = block.showing(row);
    blocks = now; // The volatile write shows the row to readers, whole.
  }

  /** Writes a factor in whole steps and says how large they are. */
  private float round(float[] factor, byte[] rounded, int row) {
    float largest = 0;
    for (float value : factor) {
      largest = Math.max(largest, Math.abs(value));
    }
    float step = largest / Byte.MAX_VALUE;
    for (int i = 0; i < dimension; i++) {
      rounded[i * ROWS + row] = step > 0 ? (byte) Math.round(factor[i] / step) : 0;
    }
    return step;
  }

  private int start(int number) {
    return number % ROWS * dimension;
  }

  /** The block that holds a row. */
  private @Nullable Block block(int number) {
    @Nullable Block[] now = blocks;
    int place = number / ROWS;
    Block block = place < now.length ? now[place] : null;
    return block != null && block.has(number % ROWS) ? block : null;
  }
}
