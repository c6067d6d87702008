package dev.kindred.model.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterParserTest {

  @Test
  void readsTheContractsExample() {
    Filter filter =
        FilterParser.parse(
            "brand = \"Xerox\" AND price < 50 AND (colour IN (\"black\",\"red\")"
                + " OR NOT in_stock = true) AND attributes.watt 20 TO 60 AND rating EXISTS");

    assertEquals(
        new Filter.And(
            List.of(
                new Filter.OneOf("brand", List.of(new Value.Text("Xerox"))),
                new Filter.Range("price", new Bound.Open(), new Bound.At(number("50"), false)),
                new Filter.Or(
                    List.of(
                        new Filter.OneOf(
                            "colour", List.of(new Value.Text("black"), new Value.Text("red"))),
                        new Filter.Not(
                            new Filter.OneOf("in_stock", List.of(new Value.Flag(true)))))),
                new Filter.Range(
                    "attributes.watt",
                    new Bound.At(number("20"), true),
                    new Bound.At(number("60"), true)),
                new Filter.Exists("rating"))),
        filter);
  }

  @Test
  void andBindsTighterThanOr() {
    assertEquals(
        FilterParser.parse("a = 1 OR (b = 2 AND c = 3)"),
        FilterParser.parse("a = 1 or b = 2 and c = 3"));
  }

  @Test
  void quotesKeepSignsSpacesAndKeywords() {
    assertEquals(
        new Filter.OneOf("cable length", List.of(new Value.Text("a \"b\" AND (c)"))),
        FilterParser.parse("\"cable length\" = \"a \\\"b\\\" AND (c)\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          brand =                | 8  | a value
          brand "Xerox"          | 7  | expected =
          brand == "x"           | 8  | a value
          price < true           | 9  | a number or a date
          (brand = "x"           | 13 | expected )
          brand = "x             | 9  | never closed
          brand = "x" price < 3  | 13 | AND, OR or the end
          brand IN ()            | 11 | a value
          AND brand = 1          | 1  | a field name
          brand ! 3              | 7  | !=
          """)
  void saysWhatIsWrongAndWhere(String text, int position, String expected) {
    FilterSyntaxException e =
        assertThrows(FilterSyntaxException.class, () -> FilterParser.parse(text));

    assertEquals(position, e.position(), e.getMessage());
    assertTrue(e.getMessage().contains(expected), e.getMessage());
  }

  @Test
  void refusesToRecurseWithoutEnd() {
    assertThrows(
        FilterSyntaxException.class, () -> FilterParser.parse("(".repeat(10_000) + "a = 1"));
    assertThrows(
        FilterSyntaxException.class, () -> FilterParser.parse("NOT ".repeat(10_000) + "a = 1"));
  }

  private static Value number(String digits) {
    return new Value.Numeric(new BigDecimal(digits));
  }
}
