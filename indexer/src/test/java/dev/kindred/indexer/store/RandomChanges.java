package dev.kindred.indexer.store;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Changes from a seed, over few enough ids that they meet again and again. */
final class RandomChanges {
  private static final List<String> WORDS =
      List.of("tea", "Käse", "灯", "😀", "", "a\"b", "it's", "x\\y", "two\nlines", "NULL", "0");

  private final SplittableRandom random;

  RandomChanges(SplittableRandom random) {
    this.random = random;
  }

  List<Change> batch() {
    return Stream.generate(this::change).limit(1 + random.nextInt(20)).toList();
  }

  private Change change() {
    int kind = random.nextInt(100);
    if (kind < 20) {
      return new Change.PutProduct(product());
    } else if (kind < 28) {
      String title = "Edited " + random.nextInt(5);
      return new Change.UpdateProduct(
          productId(), p -> p.toBuilder().title(title).inStock(false).build());
    } else if (kind < 34) {
      return new Change.DeleteProduct(productId());
    } else if (kind < 75) {
      return new Change.AddEvent(event());
    } else if (kind < 87) {
      return new Change.PutReview(review());
    } else if (kind < 92) {
      return new Change.DeleteReview("r" + random.nextInt(30));
    } else if (kind < 94) {
      return new Change.ForgetPerson(user());
    } else if (kind < 98) {
      return new Change.PutDocument(
          "rule", "d" + random.nextInt(6), "{\"n\":" + random.nextInt(3) + "}");
    } else {
      return new Change.DeleteDocument("rule", "d" + random.nextInt(6));
    }
  }

  String productId() {
    return random.nextInt(4) == 0 ? "灯" + random.nextInt(9) : "p" + random.nextInt(30);
  }

  String user() {
    return "u" + random.nextInt(8);
  }

  String session() {
    return "s" + random.nextInt(12);
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  /** A word that can stand in an id. */
  private String name() {
    return word().replace('\n', ' ');
  }

  Product product() {
    Product.Builder product = Product.builder(productId(), "Title " + word() + random.nextInt(3));
    if (random.nextBoolean()) {
      product
          .description(word())
          .brand("B" + word())
          .categories(List.of("Home > " + word(), "C"))
          .price(
              new BigDecimal(
                  List.of("2.550", "0", "1E+3", "123456789.123456789").get(random.nextInt(4))))
          .currency("GBP")
          .createdAt(
              Instant.ofEpochSecond(random.nextLong(2_000_000_000L), random.nextInt(1_000_000_000)))
          .attributes(Map.of("colour " + name(), attribute(0), "n", attribute(1)));
    }
    return product.build();
  }

  AttributeValue attribute(int depth) {
    return switch (random.nextInt(depth > 2 ? 3 : 5)) {
      case 0 -> new AttributeValue.Text(word());
      case 1 ->
          new AttributeValue.Numeric(
              new BigDecimal(random.nextInt() + "." + random.nextInt(1_000) + "0"));
      case 2 -> new AttributeValue.Flag(random.nextBoolean());
      case 3 -> new AttributeValue.Many(List.of(attribute(depth + 1), attribute(depth + 1)));
      default -> {
        Map<String, AttributeValue> group = new LinkedHashMap<>();
        group.put("width " + name(), attribute(depth + 1));
        group.put("b", attribute(depth + 1));
        yield new AttributeValue.Group(group);
      }
    };
  }

  Event event() {
    EventType type = EventType.values()[random.nextInt(EventType.values().length)];
    Event.Builder event =
        Event.builder(
            "e" + random.nextInt(3_000),
            type,
            Instant.ofEpochSecond(random.nextInt(50), random.nextInt(3)));
    int who = random.nextInt(3);
    if (who != 0) {
      event.user(user());
    }
    if (who != 1) {
      event.session(session());
    }
    if (type == EventType.SEARCH) {
      event.query(word());
    } else {
      event.product(productId());
    }
    if (type == EventType.RATING) {
      event.value(random.nextInt(6));
    } else if (random.nextBoolean()) {
      event.value(random.nextDouble(-5, 5)).quantity(1 + random.nextInt(9));
      event.queryId("q" + name()).position(1 + random.nextInt(9));
    }
    return event.build();
  }

  Review review() {
    return new Review(
        "r" + random.nextInt(30),
        productId(),
        random.nextInt(3) == 0 ? Optional.empty() : Optional.of(user()),
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble(5)),
        word(),
        "Text " + word(),
        random.nextInt(3) == 0
            ? Optional.empty()
            : Optional.of(Instant.ofEpochSecond(random.nextInt(20) - 10, random.nextInt(3))));
  }
}
