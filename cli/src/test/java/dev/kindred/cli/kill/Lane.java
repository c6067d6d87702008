package dev.kindred.cli.kill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * A caller of the API that writes one thing after the other, and begins after each restart with the
 * events of which it does not know whether they arrived. Only it touches its own products.
 */
final class Lane {
  private static final int LARGEST_BATCH = 60;

  private final int owner;
  private final Ledger ledger;
  private final SplittableRandom random;
  private int products;
  private int events;
  private Write lastEvents = Write.NOTHING;

  Lane(int owner, Ledger ledger, SplittableRandom random) {
    this.owner = owner;
    this.ledger = ledger;
    this.random = random;
  }

  /** Writes until the process is killed. */
  void run(Program program, Client client) {
    try {
      sendEvents(client);
      while (!program.isKilled()) {
        step(client);
      }
    } catch (IOException e) {
      if (!program.isKilled()) {
        throw new AssertionError("no answer from a process that lives: " + program.said(), e);
      }
    }
  }

  private void step(Client client) throws IOException {
    Optional<Product> some = ledger.productFrom(Goods.id(owner, random.nextInt(products + 1)));
    boolean own = some.isPresent() && some.get().id().startsWith(Goods.owned(owner));
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> sendNewEvents(client);
      case 3 -> sendEvents(client);
      case 4, 5 -> {
        if (own) {
          patch(client, some.get());
        }
      }
      case 6 -> {
        if (own) {
          delete(client, some.get().id());
        }
      }
      default -> putProducts(client);
    }
  }

  /** Some new ones, and the last one again, changed. */
  private void putProducts(Client client) throws IOException {
    int count = random.nextInt(1, LARGEST_BATCH);
    List<Product> batch = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      batch.add(Goods.product(owner, products + i, random));
    }
    products += count - 1;
    Write write = Write.of(batch);
    ledger.begin(write);
    boolean refresh = refresh();
    JsonNode answer = client.send("POST", "/v1/products" + query(refresh), write.lines());
    assertEquals(count, answer.get("accepted").intValue(), () -> "" + answer);
    ledger.acknowledge(write);
    found(client, refresh, answer, batch.getLast());
  }

  private void sendNewEvents(Client client) throws IOException {
    int count = random.nextInt(1, LARGEST_BATCH);
    lastEvents = Write.ofEvents(Goods.events(owner, events, count, random));
    events += count;
    sendEvents(client);
  }

  /** Sends the last events, for the first time or again. */
  private void sendEvents(Client client) throws IOException {
    if (lastEvents.events().isEmpty()) {
      return;
    }
    ledger.begin(lastEvents);
    JsonNode answer = client.send("POST", "/v1/events" + query(refresh()), lastEvents.lines());
    assertEquals(lastEvents.events().size(), answer.get("accepted").intValue(), () -> "" + answer);
    for (JsonNode result : answer.get("results")) {
      ledger.sequence(result.get("id").stringValue(), result.get("sequence").longValue());
    }
    ledger.acknowledge(lastEvents);
  }

  private void patch(Client client, Product product) throws IOException {
    Product patched = product.toBuilder().price(Goods.price(random)).build();
    Write write = Write.of(List.of(patched));
    ledger.begin(write);
    boolean refresh = refresh();
    JsonNode answer =
        client.send(
            "PATCH",
            "/v1/products/" + product.id() + query(refresh),
            "{\"price\":" + patched.price().orElseThrow() + "}");
    ledger.acknowledge(write);
    found(client, refresh, answer, patched);
  }

  private void delete(Client client, String id) throws IOException {
    Write write = Write.deletion(id);
    ledger.begin(write);
    client.send("DELETE", "/v1/products/" + id + query(refresh()), "");
    ledger.acknowledge(write);
  }

  private boolean refresh() {
    return random.nextInt(4) == 0;
  }

  private static String query(boolean refresh) {
    return refresh ? "?refresh=true" : "";
  }

  /** What was written with {@code refresh} can be found at once, whatever runs beside. */
  private void found(Client client, boolean refresh, JsonNode answer, Product product)
      throws IOException {
    if (refresh) {
      assertTrue(answer.get("visible").booleanValue(), () -> "" + answer);
      Found found = Found.of(client, product.id());
      assertEquals(Optional.of(product), found.product());
      ledger.answered(found.generation());
    }
  }
}
