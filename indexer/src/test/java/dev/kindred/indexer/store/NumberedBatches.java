package dev.kindred.indexer.store;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a writer that is going to be killed writes: batches that can be made again from their lane
 * and number, so that nobody has to remember them.
 *
 * <p>Each batch of a lane holds new events, one new product, and one edit of the lane's own product
 * that counts its batches.
 */
final class NumberedBatches {
  private static final int LARGEST = 40;

  private NumberedBatches() {}

  /** A batch that the store has acknowledged, as one line on standard output. */
  record Acknowledged(int lane, int number, long first, long last) {

    String line() {
      return "acknowledged " + lane + " " + number + " " + first + " " + last;
    }

    /** Empty for a line that was cut off or says something else. */
    static Optional<Acknowledged> of(String line) {
      String[] words = line.split(" ");
      return words.length == 5 && words[0].equals("acknowledged")
          ? Optional.of(
              new Acknowledged(
                  Integer.parseInt(words[1]),
                  Integer.parseInt(words[2]),
                  Long.parseLong(words[3]),
                  Long.parseLong(words[4])))
          : Optional.empty();
    }
  }

  /** How many events the batch has. */
  static int events(int lane, int number) {
    return 1 + (lane * 7 + number * 13) % LARGEST;
  }

  static String eventId(int lane, int number, int event) {
    return "e-" + lane + "-" + number + "-" + event;
  }

  static String productId(int lane, int number) {
    return "p-" + lane + "-" + number;
  }

  /** The product whose title is the number of the lane's last batch. */
  static String counterId(int lane) {
    return "counter-" + lane;
  }

  static List<Change> batch(int lane, int number) {
    List<Change> changes = new ArrayList<>();
    changes.add(
        number == 0
            ? new Change.PutProduct(Product.builder(counterId(lane), "0").build())
            : new Change.UpdateProduct(
                counterId(lane), p -> p.toBuilder().title("" + number).build()));
    changes.add(
        new Change.PutProduct(
            Product.builder(productId(lane, number), "Product " + number)
                .description("x".repeat(number * 37 % 5_000))
                .build()));
    for (int i = 0; i < events(lane, number); i++) {
      changes.add(
          new Change.AddEvent(
              Event.builder(eventId(lane, number, i), EventType.VIEW, Instant.ofEpochSecond(number))
                  .user("u" + i)
                  .session("s" + i)
                  .product(productId(lane, number))
                  .build()));
    }
    return changes;
  }
}
