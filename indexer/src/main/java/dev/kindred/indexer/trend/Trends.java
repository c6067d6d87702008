package dev.kindred.indexer.trend;

import dev.kindred.indexer.index.Popularity;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.Touch;
import dev.kindred.learn.DecayedCounts;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much each product is wanted lately, kept up to date by following the store's events.
 *
 * <p>An event loses half its worth with each half-life, as seen from the newest event, but keeps
 * {@value #KEPT} of it for good: after a quiet time the first clicks do not outweigh everything
 * that was bought before.
 *
 * <p>Events of products that are not in the catalogue are counted, too, and show when the product
 * arrives. One thread follows; many may ask.
 *
 * <p>Implementation note: counts are kept by the store's product keys, which ids have before they
 * have a product number.
 */
public final class Trends implements Popularity {
  private static final int EVENTS_AT_ONCE = 10_000;
  private static final int WORTH_SAVING = 20_000;
  private static final double KEPT = 0.02;

  /** So long that nothing is forgotten. */
  private static final Duration FOR_EVER = Duration.ofDays(36_525_000);

  private final double[] weightOfType;
  private final Duration halfLife;
  private DecayedCounts recent;
  private DecayedCounts ever = new DecayedCounts(FOR_EVER);
  private long newestMillis = Long.MIN_VALUE;
  private volatile int[] keyOfNumber = new int[0];
  private volatile float[] shareOfKey = new float[0];
  private long sequence;
  private long lastForgetting;
  private long savedSequence;

  /**
   * @param weights of the types of events; their half-life is not used
   * @param halfLife after which an event counts half
   */
  public Trends(EventWeights weights, Duration halfLife) {
    this.halfLife = halfLife;
    this.recent = new DecayedCounts(halfLife);
    this.weightOfType =
        Arrays.stream(EventType.values())
            .mapToDouble(t -> weights.weight(t, 1, OptionalDouble.empty(), Duration.ZERO))
            .toArray();
  }

  @Override
  public float of(int number) {
    int[] keys = keyOfNumber;
    float[] shares = shareOfKey;
    return number < keys.length && keys[number] < shares.length ? shares[keys[number]] : 0;
  }

  /**
   * Takes up what an earlier run saved, if it counted this store's events in the same way; call it
   * before the first {@link #follow}.
   */
  public synchronized void restore(Path file, Store store) {
    Optional<TrendsFile.Saved> saved =
        TrendsFile.read(file)
            .filter(s -> s.sequence() <= store.sequence())
            .filter(s -> Arrays.equals(s.weights(), weightOfType))
            .filter(s -> s.recent().halfLife().equals(halfLife));
    if (saved.isPresent()) {
      recent = saved.get().recent();
      ever = saved.get().ever();
      newestMillis = saved.get().newestMillis();
      sequence = saved.get().sequence();
      lastForgetting = saved.get().forgetting();
      savedSequence = sequence;
      share();
    }
  }

  /** Saves what was counted if that is worth it: {@value #WORTH_SAVING} events or more. */
  public synchronized void saveIfGrown(Path file) throws IOException {
    if (sequence - savedSequence >= WORTH_SAVING) {
      TrendsFile.write(
          file,
          new TrendsFile.Saved(sequence, lastForgetting, weightOfType, newestMillis, recent, ever));
      savedSequence = sequence;
    }
  }

  /** Takes up what happened since the last call. */
  public synchronized void follow(Store store) {
    List<Long> forgettings = store.forgottenAfter(lastForgetting);
    if (!forgettings.isEmpty()) {
      lastForgetting = forgettings.getLast();
      recent = new DecayedCounts(halfLife);
      ever = new DecayedCounts(FOR_EVER);
      newestMillis = Long.MIN_VALUE;
      shareOfKey = new float[0];
      sequence = 0;
      savedSequence = 0;
    }
    boolean changed = false;
    List<Touch> touches;
    do {
      touches = store.touches(sequence, EVENTS_AT_ONCE);
      touches.forEach(this::add);
      changed |= !touches.isEmpty();
    } while (touches.size() == EVENTS_AT_ONCE);
    if (changed) {
      share();
    }
    int[] keys = keyOfNumber;
    int[] added = store.productKeys(keys.length);
    if (added.length > 0) {
      int[] all = Arrays.copyOf(keys, keys.length + added.length);
      System.arraycopy(added, 0, all, keys.length, added.length);
      keyOfNumber = all;
    }
  }

  /* Each product's worth as a share of the most wanted one's. */
  private void share() {
    Instant newest = Instant.ofEpochMilli(newestMillis);
    double[] worth = recent.scores(newest);
    double[] kept = ever.scores(newest);
    double highest = 0;
    for (int key = 0; key < worth.length; key++) {
      worth[key] += KEPT * kept[key];
      highest = Math.max(highest, worth[key]);
    }
    float[] shares = new float[highest > 0 ? worth.length : 0];
    for (int key = 0; key < shares.length; key++) {
      shares[key] = (float) Math.max(0, worth[key] / highest);
    }
    shareOfKey = shares;
  }

  private void add(Touch touch) {
    sequence = touch.sequence();
    double weight = weightOfType[touch.type().ordinal()];
    if (weight > 0) {
      Instant time = Instant.ofEpochMilli(touch.timeMillis());
      recent.add(touch.productKey(), weight, time);
      ever.add(touch.productKey(), weight, time);
      newestMillis = Math.max(newestMillis, touch.timeMillis());
    }
  }
}
