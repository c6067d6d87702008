package dev.kindred.evaluation;

import dev.kindred.analyzers.ContentFeatures;
import dev.kindred.engine.Audience;
import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.generation.Generations;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lists that the running engine answers with the factors of an experiment: products and events
 * go through the store, factors through a generation and the index, seen products are left out.
 *
 * <p>Nothing but the person speaks: popularity and diversity are off, as they are in the lists that
 * these are compared with.
 */
final class ServedLists {
  private static final int WRITTEN_AT_ONCE = 1_000;
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final double NEUTRAL = EventWeights.DEFAULT.neutralStars();

  private ServedLists() {}

  /**
   * Item numbers of the lists of these people, in their order.
   *
   * @param people with training interactions
   */
  static int[][] of(HeldOut data, FactorModel model, int[] people, int k, ProgressListener progress)
      throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder("kindred-evaluate-served")) {
      DataDirectory directory = new DataDirectory(folder.path());
      try (Store store = directory.openStore()) {
        write(data, people, store, progress);
        new Generations(
                store,
                directory.generations(),
                new ContentFeatures()::of,
                Settings.DEFAULTS.clock())
            .adopt(data.items(), model);
      }
      try (Kindred kindred = Kindred.open(folder.path(), personAlone())) {
        if (!kindred.awaitVisible(kindred.store().sequence(), LONG)) {
          throw new IllegalStateException("indexing took longer than " + LONG);
        }
        int[][] lists = new int[people.length][];
        IntStream.range(0, people.length)
            .parallel()
            .forEach(p -> {
              lists[p] = ask(kindred, data, people[p], k);
              progress.progress("asking the engine", p + 1, people.length);
            });
        return lists;
      }
    }
  }

  private static Settings personAlone() {
    return Settings.DEFAULTS.withRanking(RankingWeights.DEFAULTS.withPopularity(0));
  }

  private static void write(HeldOut data, int[] people, Store store, ProgressListener progress) {
    List<Change> changes = new ArrayList<>();
    int items = data.items().size();
    for (int item = 0; item < items; item++) {
      String id = data.items().get(item);
      changes.add(new Change.PutProduct(Product.builder(id, "Item " + id).build()));
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

  private static int[] ask(Kindred kindred, HeldOut data, int person, int k) {
    RecommendRequest request =
        new RecommendRequest(
            Audience.of(Person.user(data.people().get(person))),
            Optional.empty(),
            List.of(),
            true,
            0,
            Page.first(k),
            false);
    return kindred.recommend(request).hits().stream()
        .mapToInt(hit -> Collections.binarySearch(data.items(), hit.product().id()))
        .toArray();
  }
}
