package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import dev.kindred.learn.ProgressListener;
import java.util.Arrays;

/**
 * The classic baseline: items are alike when the same people have them (cosine), and a person gets
 * what is most like their items (Sarwar, Karypis, Konstan and Riedl, 2001).
 */
final class ItemNeighbours implements Recommender {
  private final Interactions train;
  private final int[][] neighbours;
  private final float[][] likeness;

  /**
   * @param k nearest neighbours to keep of each item
   */
  ItemNeighbours(Interactions train, int k, ProgressListener progress) {
    this.train = train;
    int items = train.items();
    neighbours = new int[items][];
    likeness = new float[items][];
    float[] together = new float[items];
    for (int item = 0; item < items; item++) {
      Arrays.fill(together, 0);
      countTogether(item, together);
      for (int other = 0; other < items; other++) {
        double degrees = (double) train.itemDegree(item) * train.itemDegree(other);
        boolean alike = together[other] > 0 && other != item;
        together[other] =
            alike ? (float) (together[other] / Math.sqrt(degrees)) : Float.NEGATIVE_INFINITY;
      }
      neighbours[item] = TopItems.of(together, k);
      likeness[item] = new float[neighbours[item].length];
      for (int n = 0; n < likeness[item].length; n++) {
        likeness[item][n] = together[neighbours[item][n]];
      }
      progress.progress("finding neighbours", item + 1, items);
    }
  }

  private void countTogether(int item, float[] together) {
    for (int at = train.columnStart(item); at < train.columnEnd(item); at++) {
      int person = train.columnPerson(at);
      if (train.columnConfidence(at) <= 0) {
        continue;
      }
      for (int his = train.rowStart(person); his < train.rowEnd(person); his++) {
        if (train.rowConfidence(his) > 0) {
          together[train.rowItem(his)]++;
        }
      }
    }
  }

  @Override
  public void score(int[] people, float[][] scores) {
    for (int p = 0; p < people.length; p++) {
      Arrays.fill(scores[p], 0);
      for (int at = train.rowStart(people[p]); at < train.rowEnd(people[p]); at++) {
        int item = train.rowItem(at);
        for (int n = 0; n < neighbours[item].length; n++) {
          scores[p][neighbours[item][n]] += train.rowConfidence(at) * likeness[item][n];
        }
      }
    }
  }
}
