package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import dev.kindred.model.filter.FilterParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop =
        new Fixture(folder)
            .put(
                Product.builder("1", "Lamp")
                    .brand("Xerox")
                    .categories(List.of("Home > Light > Lamps"))
                    .price(new BigDecimal("2.55"))
                    .createdAt(Instant.parse("2026-01-02T08:00:00Z"))
                    .attributes(
                        Map.of(
                            "watt", AttributeValue.of(40),
                            "colour", AttributeValue.of("Black"),
                            "waterproof", AttributeValue.of(true),
                            "released", AttributeValue.of("2025-05-01"),
                            "size", new AttributeValue.Group(Map.of("w", AttributeValue.of(3)))))
                    .build(),
                Product.builder("2", "Bulb")
                    .brand("xerox")
                    .categories(List.of("Home>Light", "Offers"))
                    .price(new BigDecimal("10"))
                    .inStock(false)
                    .createdAt(Instant.parse("2026-01-03T00:00:00Z"))
                    .attributes(
                        Map.of(
                            "watt", AttributeValue.of("40W"),
                            "colour",
                                new AttributeValue.Many(
                                    List.of(AttributeValue.of("red"), AttributeValue.of("black"))),
                            "waterproof", AttributeValue.of(false)))
                    .build(),
                Product.builder("3", "Table")
                    .categories(List.of("Homeware"))
                    .attributes(Map.of("watt", AttributeValue.of(60)))
                    .build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          brand = "XEROX"                        | 1 2
          brand != xerox                         | 3
          brand EXISTS                           | 1 2
          NOT brand EXISTS                       | 3
          id = 2                                 | 2
          id IN (1, 3)                           | 1 3
          price = 2.55                           | 1
          price < 10                             | 1
          price <= 10                            | 1 2
          price > 2.55                           | 2
          price 2 TO 3                           | 1
          price EXISTS                           | 1 2
          in_stock = true                        | 1 3
          NOT in_stock = true                    | 2
          in_stock = "FALSE"                     | 2
          categories = "Home"                    | 1 2
          categories = "home>light"              | 1 2
          categories = "Home > Light > Lamps"    | 1
          categories = "Homeware"                | 3
          categories = "Light"                   | ''
          watt = 40                              | 1
          watt = "40w"                           | 2
          watt IN (40, "40W")                    | 1 2
          watt >= 40                             | 1 3
          attributes.watt 50 TO 70               | 3
          colour = black                         | 1 2
          colour IN (red, green)                 | 2
          waterproof = true                      | 1
          waterproof EXISTS                      | 1 2
          size.w = 3                             | 1
          created_at >= "2026-01-03"             | 2
          created_at > "2026-01-02"              | 2
          created_at <= "2026-01-02"             | 1
          created_at < "2026-01-02"              | ''
          created_at = "2026-01-02"              | 1
          created_at < "2026-01-02T08:00:01Z"    | 1
          created_at > "2026-01-02T08:00:00Z"    | 2
          released < "2026-01-01"                | 1
          released = "2025-05-01"                | 1
          rating > 3                             | ''
          brand = xerox AND (price < 5 OR NOT in_stock = true) | 1 2
          """)
  void filterKeeps(String filter, String ids) {
    Retrieval request = Retrieval.all(10).withFilter(Optional.of(FilterParser.parse(filter)));
    Set<String> expected = ids.isEmpty() ? Set.of() : Set.of(ids.split(" "));
    assertEquals(expected, Set.copyOf(Fixture.ids(shop.retrieve(request))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bran = "x"          | bran       | no product has a field bran: did you mean brand?
          attributes.wat = 3  | attributes.wat | no product has a field attributes.wat: did you mean watt?
          zzzzzz EXISTS       | zzzzzz     | no product has a field zzzzzz
          colour > 4          | colour     | colour holds text, which has no order: compare it with = or IN
          price = "cheap"     | price      | price holds numbers and cannot be "cheap"
          price > "2026-01-02" | price     | price holds numbers: compare it with a number like 40, got "2026-01-02"
          created_at > 3      | created_at | created_at holds dates: compare it with a date like 2026-01-31, got 3
          waterproof = 3      | waterproof | waterproof holds flags and cannot be 3
          """)
  void wrongFieldIsSaid(String filter, String field, String message) {
    Retrieval request = Retrieval.all(10).withFilter(Optional.of(FilterParser.parse(filter)));
    UnknownFieldException e =
        assertThrows(UnknownFieldException.class, () -> shop.retrieve(request));
    assertEquals(message, e.getMessage());
    assertEquals(field, e.field());
  }

  @Test
  void unknownFacetAndSortAreSaid() {
    Retrieval facet = Retrieval.all(1).counting(List.of(new FacetRequest("colr", 5)));
    assertThrows(UnknownFieldException.class, () -> shop.retrieve(facet));
    Ranking sort = new Ranking.BySort(List.of(new Ranking.SortField("prise", false)));
    assertThrows(UnknownFieldException.class, () -> shop.retrieve(Retrieval.all(1).rankedBy(sort)));
  }
}
