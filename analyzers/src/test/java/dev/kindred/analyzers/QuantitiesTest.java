package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1.5L             | 1500 ml, 1500 millilitre, 1500 milliliter, 150 cl, 150 centilitre, 150 centiliter, 1.5 litre, 1.5 liter, 1.5 ltr
          kettle 2 litres  | 2000 ml, 2000 millilitre, 2000 milliliter, 200 cl, 200 centilitre, 200 centiliter, 2 l, 2 liter, 2 ltr
          0,5 kg           | 500 g, 500 gram, 0.5 kilogram, 0.5 kilo
          1TB disk         | 1000 gb, 1000 gigabyte, 1 terabyte
          60-watt bulb     | 60 w
          2000 mAh         | 2 ah
          12V              | 12 volt
          2 FEET           | 2 ft, 2 foot
          """)
  void areWrittenInOtherWays(String text, String others) {
    assertEquals(
        others,
        Quantities.in(text).stream()
            .flatMap(q -> q.others().stream())
            .collect(Collectors.joining(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock = "12 cup | TN-2110 | 1,500 g | 5gb4 | x2 kg | litre | pack of 3 | 6 in 1")
  void othersAreNone(
      String a, String b, String c, String d, String e, String f, String g, String h) {
    for (String text : List.of(a, b, c, d, e, f, g, h)) {
      assertEquals(List.of(), Quantities.in(text), text);
    }
  }

  @Test
  void sayWhereTheyStand() {
    Quantities.Quantity second = Quantities.in("1 kg or 500 g").get(1);
    assertEquals(8, second.start());
    assertEquals(13, second.end());
  }
}
