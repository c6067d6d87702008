package dev.kindred.engine;

import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A shop for tests: candles and tools, bought by different people. Product {@code c3} is the third
 * candle, {@code t3} the third tool; user {@code candle5} buys candles only.
 */
final class SmallShop {
  static final int OF_EACH = 30;
  static final int PEOPLE_OF_EACH = 60;
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private SmallShop() {}

  static Settings settings() {
    Settings defaults = Settings.DEFAULTS;
    return new Settings(
        Duration.ofMillis(50),
        defaults.ranking(),
        defaults.meaning(),
        defaults.events(),
        defaults.trendHalfLife(),
        defaults.learner().withFactors(8),
        defaults.clock());
  }

  /** Opens a shop with products and events, trained. */
  static Kindred open(Path folder) {
    return open(folder, settings());
  }

  /** The same with settings of its own. */
  static Kindred open(Path folder, Settings settings) {
    Kindred shop = Kindred.open(folder, settings);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < OF_EACH; i++) {
      changes.add(new Change.PutProduct(candle("c" + i, "Candle number " + i, i)));
      changes.add(new Change.PutProduct(tool("t" + i, "Hammer number " + i, i)));
    }
    SplittableRandom random = new SplittableRandom(7);
    for (int person = 0; person < PEOPLE_OF_EACH; person++) {
      for (int n = 0; n < 8; n++) {
        changes.add(purchase("candle" + person, "c" + random.nextInt(OF_EACH), n));
        changes.add(purchase("tool" + person, "t" + random.nextInt(OF_EACH), n));
      }
    }
    write(shop, changes);
    shop.train(TrainingProgress.SILENT);
    return shop;
  }

  /** Writes and waits until it can be found. */
  static void write(Kindred shop, List<Change> changes) {
    List<Outcome> outcomes = shop.write(changes);
    if (!shop.awaitVisible(outcomes.getLast().sequence(), Duration.ofSeconds(20))) {
      throw new IllegalStateException("not visible after 20 s");
    }
  }

  static Product candle(String id, String title, int price) {
    return Product.builder(id, title)
        .categories(List.of("Home > Candles"))
        .price(BigDecimal.valueOf(price + 1))
        .attributes(Map.of("scent", AttributeValue.of("vanilla")))
        .build();
  }

  static Product tool(String id, String title, int price) {
    return Product.builder(id, title)
        .categories(List.of("Garage > Tools"))
        .price(BigDecimal.valueOf(price + 1))
        .attributes(Map.of("steel", AttributeValue.of(true)))
        .build();
  }

  static Change purchase(String user, String product, int minute) {
    return new Change.AddEvent(
        Event.builder(
                user + "-" + product + "-" + minute,
                EventType.PURCHASE,
                START.plusSeconds(60L * minute))
            .user(user)
            .session(user + "-" + minute / 3)
            .product(product)
            .build());
  }

  static Change click(String session, String product) {
    return new Change.AddEvent(
        Event.builder(session + "-" + product, EventType.CLICK, START.plusSeconds(100_000))
            .session(session)
            .product(product)
            .build());
  }

  static Audience user(String id) {
    return Audience.of(Person.user(id));
  }

  static Audience session(String id) {
    return Audience.of(Person.session(id));
  }
}
