package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.indexer.store.Change;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of 150 lamps and 150 kettles that has learned nothing yet. */
class UntrainedShopTest {
  private static final Audience VISITOR = Audience.of(Person.session("s1"));

  @TempDir private Path folder;
  private Kindred shop;

  @BeforeEach
  void open() {
    shop = Kindred.open(folder, SmallShop.settings());
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      String kind = i % 2 == 0 ? "Lamp" : "Kettle";
      Product.Builder product = Product.builder("p" + i, kind + " number " + i);
      changes.add(new Change.PutProduct(product.categories(List.of(kind)).build()));
    }
    for (int i = 0; i < 20; i++) {
      changes.add(event("wanted" + i, EventType.PURCHASE, Person.user("u" + i), "p0"));
    }
    write(changes);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theFirstClickChangesTheNextRecommendations() {
    RecommendRequest request = RecommendRequest.of(VISITOR, 10);
    assertEquals("p0", shop.recommend(request).hits().getFirst().product().id());
    write(List.of(event("click", EventType.CLICK, Person.session("s1"), "p7")));
    List<Hit> hits = shop.recommend(request).hits();
    assertEquals(10, hits.size());
    for (Hit hit : hits) {
      assertTrue(hit.product().title().startsWith("Kettle"), hit.product().title());
      assertFalse(hit.product().id().equals("p7"));
    }
  }

  @Test
  void pagesAreDisjointAndCoverEverythingElse() {
    write(List.of(event("click", EventType.CLICK, Person.session("s1"), "p7")));
    Set<String> seen = new HashSet<>();
    Optional<Page> page = Optional.of(Page.first(40));
    while (page.isPresent()) {
      Answer answer =
          shop.recommend(
              new RecommendRequest(
                  VISITOR,
                  Optional.empty(),
                  List.of(),
                  RecommendRequest.Seen.LEFT_OUT,
                  0,
                  page.get(),
                  false));
      answer.hits().forEach(hit -> assertTrue(seen.add(hit.product().id()), "twice"));
      page = answer.cursor().map(cursor -> Page.at(cursor, 40));
    }
    assertEquals(299, seen.size());
  }

  private static Change event(String id, EventType type, Person person, String product) {
    Event.Builder event = Event.builder(id, type, Instant.parse("2026-01-01T00:00:00Z"));
    boolean user = person.kind() == Person.Kind.USER;
    return new Change.AddEvent(
        (user ? event.user(person.id()) : event.session(person.id())).product(product).build());
  }

  private void write(List<Change> changes) {
    long sequence = shop.write(changes).getLast().sequence();
    assertTrue(shop.awaitVisible(sequence, Duration.ofSeconds(10)));
  }
}
