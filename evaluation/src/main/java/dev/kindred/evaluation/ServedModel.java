package dev.kindred.evaluation;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.generation.Generations;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A running engine over the items of an experiment, with the factors of a model that was learned
 * outside; gone when closed.
 *
 * <p>Every item is a product with an attribute {@value #LOT}, a number from 0 to below {@value
 * #LOTS} spread evenly, to filter by. Nothing but the person speaks in recommendations: popularity
 * is off.
 */
final class ServedModel implements AutoCloseable {
  static final String LOT = "lot";
  static final int LOTS = 1_000;

  private static final int WRITTEN_AT_ONCE = 1_000;
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final double NEUTRAL = EventWeights.DEFAULT.neutralStars();

  private final TemporaryFolder folder;
  private final Kindred kindred;

  /**
   * Writes, indexes and opens everything.
   *
   * @param people whose training interactions are written as events
   */
  ServedModel(HeldOut data, FactorModel model, int[] people, ProgressListener progress)
      throws IOException {
    this.folder = new TemporaryFolder("kindred-evaluate-served");
    DataDirectory directory = new DataDirectory(folder.path());
    try (Store store = directory.openStore()) {
      write(data, people, store, progress);
      new Generations(
              store, directory.generations(), new ContentFeatures()::of, Settings.DEFAULTS.clock())
          .adopt(data.items(), model);
    }
    this.kindred = Kindred.open(folder.path(), personAlone());
    settle();
  }

  Kindred kindred() {
    return kindred;
  }

  /** Waits until everything that was written can be found. */
  void settle() {
    if (!kindred.awaitVisible(kindred.store().sequence(), LONG)) {
      throw new IllegalStateException("indexing took longer than " + LONG);
    }
  }

  /** The lot of an item: a number that has nothing to do with what the item is. */
  static int lot(int item) {
    return Math.floorMod(item * 7_919, LOTS);
  }

  static Product product(HeldOut data, int item) {
    return Product.builder(data.items().get(item), "Item " + data.items().get(item))
        .attributes(Map.of(LOT, AttributeValue.of(lot(item))))
        .build();
  }

  @Override
  public void close() {
    kindred.close();
    try {
      folder.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Settings personAlone() {
    return Settings.DEFAULTS.withRanking(RankingWeights.DEFAULTS.withPopularity(0));
  }

  private static void write(HeldOut data, int[] people, Store store, ProgressListener progress) {
    List<Change> changes = new ArrayList<>();
    int items = data.items().size();
    for (int item = 0; item < items; item++) {
      changes.add(new Change.PutProduct(product(data, item)));
      if (changes.size() == WRITTEN_AT_ONCE || item == items - 1) {
        store.apply(changes);
        changes.clear();
        progress.progress("writing products", item + 1, items);
      }
    }
    Interactions train = data.train();
    for (int p = 0; p < people.length; p++) {
      String user = data.people().get(people[p]);
      for (int at = train.rowStart(people[p]); at < train.rowEnd(people[p]); at++) {
        String product = data.items().get(train.rowItem(at));
        events(user, product, train.rowConfidence(at), changes);
      }
      if (changes.size() >= WRITTEN_AT_ONCE || p == people.length - 1) {
        store.apply(changes);
        changes.clear();
        progress.progress("writing events", p + 1, people.length);
      }
    }
  }

  /* As many purchases (or dislikes) as the confidence has whole units, and a rating for the rest. */
  private static void events(String user, String product, float confidence, List<Change> changes) {
    double rest = confidence;
    int n = 0;
    for (; rest >= 1; rest--) {
      changes.add(put(user, product, n++, EventType.PURCHASE, Optional.empty()));
    }
    for (; rest <= -1; rest++) {
      changes.add(put(user, product, n++, EventType.DISLIKE, Optional.empty()));
    }
    if (rest != 0) {
      double stars = NEUTRAL + rest * (5 - NEUTRAL);
      changes.add(put(user, product, n, EventType.RATING, Optional.of(stars)));
    }
  }

  private static Change put(
      String user, String product, int n, EventType type, Optional<Double> stars) {
    Event.Builder event =
        Event.builder(user + '/' + product + '/' + n, type, THEN).user(user).product(product);
    stars.ifPresent(event::value);
    return new Change.AddEvent(event.build());
  }
}
