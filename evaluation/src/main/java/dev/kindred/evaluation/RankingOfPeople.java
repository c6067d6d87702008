package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import dev.kindred.learn.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Ranks all items for everybody with held-out items, on all cores, without their training items.
 */
final class RankingOfPeople {
  private static final int BATCH = 32;

  private RankingOfPeople() {}

  /** The people with something to guess, ascending. */
  static int[] judged(HeldOut data) {
    return IntStream.range(0, data.held().length).filter(p -> data.held()[p].length > 0).toArray();
  }

  /**
   * The best {@code k} items of each person, in the order of {@code people}. Somebody without
   * training interactions gets what most people have.
   *
   * @param allowed items that may be recommended, by number
   */
  static int[][] top(
      HeldOut data,
      Recommender recommender,
      int[] people,
      boolean[] allowed,
      int k,
      ProgressListener progress) {
    int[][] lists = new int[people.length][];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    int workers = Runtime.getRuntime().availableProcessors();
    try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int w = 0; w < workers; w++) {
        running.add(
            pool.submit(() -> {
              float[][] scores = new float[BATCH][data.items().size()];
              for (int from = next.getAndAdd(BATCH);
                  from < people.length;
                  from = next.getAndAdd(BATCH)) {
                int[] batch =
                    Arrays.copyOfRange(people, from, Math.min(people.length, from + BATCH));
                float[][] rows = Arrays.copyOf(scores, batch.length);
                recommender.score(batch, rows);
                for (int b = 0; b < batch.length; b++) {
                  lists[from + b] = top(data.train(), batch[b], rows[b], allowed, k);
                }
                progress.progress("ranking", done.addAndGet(batch.length), people.length);
              }
            }));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ranking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("ranking failed", e.getCause());
    }
    return lists;
  }

  private static int[] top(
      Interactions train, int person, float[] scores, boolean[] allowed, int k) {
    boolean isNew = train.personDegree(person) == 0;
    for (int item = 0; item < scores.length; item++) {
      if (!allowed[item]) {
        scores[item] = Float.NEGATIVE_INFINITY;
      } else if (isNew) {
        scores[item] = train.itemDegree(item);
      }
    }
    for (int at = train.rowStart(person); at < train.rowEnd(person); at++) {
      scores[train.rowItem(at)] = Float.NEGATIVE_INFINITY;
    }
    return TopItems.of(scores, k);
  }
}
