package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kindred.indexer.catalog.FacetCounts;
import dev.kindred.indexer.catalog.FacetCounts.NumberStatistics;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.NumberRanges;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import dev.kindred.model.filter.FilterParser;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FacetTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop =
        new Fixture(folder)
            .put(
                mug("1", "red", "Acme", 4),
                mug("2", "red", "Zeta", 6),
                mug("3", "blue", "Acme", 10),
                mug("4", "green", "Zeta", 12),
                Product.builder("5", "Mug").brand("Acme").build());
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Product mug(String id, String colour, String brand, int price) {
    return Product.builder(id, "Mug")
        .brand(brand)
        .price(BigDecimal.valueOf(price))
        .attributes(Map.of("colour", AttributeValue.of(colour)))
        .build();
  }

  private FacetCounts facet(String filter, FacetRequest request) {
    return shop.retrieve(
            Retrieval.all(0)
                .withFilter(Optional.of(FilterParser.parse(filter)))
                .counting(List.of(request)))
        .facets()
        .get(request.field());
  }

  private static String shown(FacetCounts counts) {
    return counts.values().stream()
            .map(v -> v.value() + " " + v.count())
            .collect(Collectors.joining(", "))
        + " of "
        + counts.found();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          colour = "red"                                          | red 2, blue 1, green 1 of 5
          attributes.colour IN ("red","blue")                     | red 2, blue 1, green 1 of 5
          (colour = "red" OR colour = "blue")                     | red 2, blue 1, green 1 of 5
          colour = "red" AND brand = "Acme"                       | blue 1, red 1 of 3
          brand = "Acme" AND (colour = "red" AND price < 100)     | blue 1, red 1 of 2
          colour EXISTS AND price < 11                            | red 2, blue 1 of 3
          colour = "red" OR brand = "Zeta"                        | red 2, green 1 of 3
          NOT colour = "red" AND colour = "blue"                  | blue 1, green 1 of 3
          colour != "red"                                         | blue 1, green 1 of 3
          """)
  void ownConditionsAreLeftAside(String filter, String counts) {
    assertEquals(
        counts, shown(facet(filter, new FacetRequest("colour", 10, true, Optional.empty()))));
  }

  @Test
  void withoutMultiSelectTheWholeFilterHolds() {
    assertEquals("red 2 of 2", shown(facet("colour = \"red\"", new FacetRequest("colour", 10))));
  }

  @Test
  void collapsedVariantsAreCountedOnceAlsoWithoutOwnConditions() {
    shop.put(
        Product.builder("6", "Mug").variantOf("4").brand("Zeta").build(),
        Product.builder("7", "Mug").variantOf("4").brand("Zeta").build());
    Retrieval request =
        Retrieval.all(0)
            .collapsed(true)
            .withFilter(Optional.of(FilterParser.parse("brand = \"Acme\"")))
            .counting(List.of(new FacetRequest("brand", 10, true, Optional.empty())));
    assertEquals("Acme 3, Zeta 2 of 5", shown(shop.retrieve(request).facets().get("brand")));
  }

  @Test
  void numbersHaveStatisticsAndRanges() {
    FacetRequest request =
        new FacetRequest(
            "price", 10, false, Optional.of(new NumberRanges(List.of(5.0, 10.0, 20.0))));
    FacetCounts price = facet("brand EXISTS", request);
    assertEquals(Optional.of(new NumberStatistics(4, 12, 8, 4)), price.numbers());
    assertEquals(1, price.missing());
    assertEquals("..5 1, 5..10 1, 10..20 2, 20.. 0", ranges(price));
  }

  @Test
  void aProductWithSeveralNumbersCountsOnceInARange() {
    AttributeValue sizes =
        new AttributeValue.Many(
            List.of(AttributeValue.of(1), AttributeValue.of(2), AttributeValue.of(7)));
    shop.put(Product.builder("6", "Tray").attributes(Map.of("size", sizes)).build());
    FacetRequest request =
        new FacetRequest("size", 10, false, Optional.of(new NumberRanges(List.of(5.0))));
    FacetCounts size = facet("size EXISTS", request);
    assertEquals("..5 1, 5.. 1", ranges(size));
    assertEquals(3, size.numbers().orElseThrow().count());
  }

  @Test
  void fittingRangesHaveRoundEdges() {
    List<Product> many = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      many.add(Product.builder("n" + i, "Tray").price(new BigDecimal(i + ".95")).build());
    }
    shop.put(many);
    Retrieval trays =
        Retrieval.all(0)
            .withText("tray")
            .counting(
                List.of(new FacetRequest("price", 1, false, Optional.of(NumberRanges.FITTING))));
    assertEquals(
        "..20 19, 20..40 20, 40..60 20, 60..80 20, 80.. 21",
        ranges(shop.retrieve(trays).facets().get("price")));
  }

  private static String ranges(FacetCounts counts) {
    return counts.ranges().stream()
        .map(r -> end(r.from()) + ".." + end(r.to()) + " " + r.count())
        .collect(Collectors.joining(", "));
  }

  private static String end(java.util.OptionalDouble end) {
    return end.isPresent() ? Integer.toString((int) end.getAsDouble()) : "";
  }

  @Test
  void onlyNumbersHaveRanges() {
    FacetRequest request = new FacetRequest("colour", 10, false, Optional.of(NumberRanges.FITTING));
    UnknownFieldException e =
        assertThrows(UnknownFieldException.class, () -> facet("brand EXISTS", request));
    assertEquals("colour holds text, which has no ranges: only numbers do", e.getMessage());
  }

  @Test
  void edgesAscend() {
    assertThrows(IllegalArgumentException.class, () -> new NumberRanges(List.of(2.0, 2.0)));
    assertThrows(IllegalArgumentException.class, () -> new NumberRanges(List.of(Double.NaN)));
  }
}
