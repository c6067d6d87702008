package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WishesTest {

  private static Map<String, Product> catalogue() {
    Map<String, Product> catalogue = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      String category = i % 2 == 0 ? "Home > Mugs" : "Home > Lamps";
      catalogue.put(
          "p" + i, Product.builder("p" + i, "Thing " + i).categories(List.of(category)).build());
    }
    return catalogue;
  }

  private static List<Event> purchases(String user, int count) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(
          Event.builder(user + i, EventType.PURCHASE, Instant.ofEpochSecond(1_000 + i))
              .user(user)
              .product("p" + i)
              .build());
    }
    return events;
  }

  @Test
  void theNewestFifthIsHeldOut() {
    List<Event> events = new ArrayList<>(purchases("many", 10));
    events.addAll(purchases("few", 4));

    Wishes wishes = Wishes.of(catalogue(), events, BroadQuery.CATEGORY, 10, 1);

    assertEquals(8 + 4, wishes.before().size());
    assertEquals(1, wishes.asked().size());
    Wishes.Asked asked = wishes.asked().getFirst();
    assertEquals(8, asked.had().size());
    assertTrue(
        asked.query().equals("mugs") && asked.wanted().equals(Set.of("p8"))
            || asked.query().equals("lamps") && asked.wanted().equals(Set.of("p9")),
        asked.toString());
  }

  @Test
  void queriesComeFromCategoryGenreOrHead() {
    Product film =
        Product.builder("1", "Mission: Impossible 2")
            .attributes(
                Map.of(
                    "genres",
                    new AttributeValue.Many(
                        List.of(AttributeValue.of("Action"), AttributeValue.of("Drama")))))
            .build();
    assertEquals(Optional.of("action"), BroadQuery.GENRE.of(film));
    assertEquals(Optional.of("impossible"), BroadQuery.HEAD.of(film));
    assertEquals(Optional.empty(), BroadQuery.CATEGORY.of(film));
  }
}
