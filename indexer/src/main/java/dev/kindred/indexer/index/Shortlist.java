package dev.kindred.indexer.index;

import java.util.Arrays;

/**
 * Of many products, the few among which the nearest to a factor are for certain.
 *
 * <p>Of all products it is known between which bounds they are. The k-th best lower bound is a bar:
 * whoever could not reach it even at best is out. What is left is to be put in order exactly.
 */
final class Shortlist {
  /** With fewer products for each that is wanted, the exact look at all of them takes no longer. */
  private static final int FEWEST_FOR_EACH = 4;

  /* Bounds are found of all products, at about a fifth of what each exact look takes. */
  private static final int LEAST_SHARE = 4;

  private Shortlist() {}

  /**
   * The nearest and some more.
   *
   * @param numbers of products
   * @param wanted how many of the nearest are needed
   * @return their places among the numbers, ascending; all places if the few would not be few
   */
  static int[] of(Affinity affinity, int[] numbers, int wanted) {
    int end = 0;
    for (int number : numbers) {
      end = Math.max(end, number + 1);
    }
    if (wanted == 0
        || (long) wanted * FEWEST_FOR_EACH > numbers.length
        || (long) numbers.length * LEAST_SHARE < end) {
      return all(numbers.length);
    }
    float[] low = new float[end];
    float[] high = new float[end];
    affinity.bounds(low, high);
    float bar = best(low, numbers, wanted);
    if (bar == Float.NEGATIVE_INFINITY) {
      return all(numbers.length);
    }
    int[] places = new int[numbers.length];
    int size = 0;
    for (int place = 0; place < numbers.length; place++) {
      if (high[numbers[place]] >= bar) {
        places[size++] = place;
      }
    }
    return Arrays.copyOf(places, size);
  }

  private static int[] all(int size) {
    int[] places = new int[size];
    Arrays.setAll(places, place -> place);
    return places;
  }

  /** The k-th best value of some numbers; minus infinity if not as many have one. */
  private static float best(float[] values, int[] numbers, int k) {
    float[] best = new float[k];
    Arrays.fill(best, Float.NEGATIVE_INFINITY);
    for (int number : numbers) {
      if (values[number] > best[0]) {
        best[0] = values[number];
        sink(best);
      }
    }
    return best[0];
  }

  /** Lets the first of a binary heap, lowest first, sink to its place. */
  private static void sink(float[] heap) {
    float value = heap[0];
    int place = 0;
    for (int child = 1; child < heap.length; child = 2 * place + 1) {
      if (child + 1 < heap.length && heap[child + 1] < heap[child]) {
        child++;
      }
      if (heap[child] >= value) {
        break;
      }
      heap[place] = heap[child];
      place = child;
    }
    heap[place] = value;
  }
}
