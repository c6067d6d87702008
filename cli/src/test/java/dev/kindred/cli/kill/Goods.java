package dev.kindred.cli.kill;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Invents products and events. Each product's title has a word that no other product has. */
final class Goods {
  private static final List<String> THINGS =
      List.of("lamp", "chair", "vase", "clock", "mug", "bowl", "rug", "lantern");
  private static final List<EventType> TYPES =
      List.of(EventType.VIEW, EventType.CLICK, EventType.CART, EventType.PURCHASE);
  private static final String LETTERS = "bcdfghjklmnpqrtv";
  private static final int LETTERS_A_WORD = 8;
  private static final int SPREAD = 0x9E3779B1;
  private static final int PEOPLE = 60;
  private static final Instant FIRST = Instant.parse("2026-01-02T08:00:00Z");

  private Goods() {}

  /** The id of an owner's product. */
  static String id(int owner, int number) {
    return owned(owner) + "%06d".formatted(number);
  }

  /** How the ids of an owner's products begin. */
  static String owned(int owner) {
    return "p%03d-".formatted(owner);
  }

  /** The word that finds the product with this id and no other. */
  static String word(String id) {
    // Multiplying by an odd number mixes the digits and gives no two products the same word.
    int mixed = Integer.parseInt(id.replaceAll("[p-]", "")) * SPREAD;
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < LETTERS_A_WORD; i++) {
      word.append(LETTERS.charAt(mixed >>> (4 * i) & 15));
    }
    return word.toString();
  }

  static Product product(int owner, int number, SplittableRandom random) {
    String thing = THINGS.get(random.nextInt(THINGS.size()));
    String id = id(owner, number);
    return Product.builder(id, "Fine " + thing + " " + word(id))
        .description("A ".repeat(random.nextInt(200)) + thing)
        .categories(List.of("Home > " + thing))
        .price(price(random))
        .attributes(Map.of("watt", AttributeValue.of((double) random.nextInt(100))))
        .build();
  }

  static BigDecimal price(SplittableRandom random) {
    return BigDecimal.valueOf(random.nextInt(1, 10_000), 2);
  }

  /**
   * Events of one owner, each with an id of its own, about products of which some are not there.
   *
   * @param number of the first event
   */
  static List<Event> events(int owner, int number, int count, SplittableRandom random) {
    List<Event> events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Instant time = FIRST.plusSeconds(random.nextInt(5_000_000));
      events.add(
          Event.builder(
                  "e" + owner + "-" + (number + i), TYPES.get(random.nextInt(TYPES.size())), time)
              .user("u" + random.nextInt(PEOPLE))
              .product(id(random.nextInt(4), random.nextInt(1, 150)))
              .build());
    }
    return events;
  }
}
