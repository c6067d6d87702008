package dev.kindred.analyzers.title;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleReaderTest {
  private static final TitleReader READER = new TitleReader(new TitleStatistics(catalogue()));

  private static List<Product> catalogue() {
    List<Product> products = new ArrayList<>();
    String[] brands = {"Acme", "Blue Point", "Acme Tools"};
    String[] types = {"toner cartridge", "patch cable", "lunch bag", "photo paper", "mug"};
    for (int i = 0; i < 60; i++) {
      String title = brands[i % 3] + " X" + i + " " + types[i % 5] + " black " + i + " m";
      products.add(Product.builder("p" + i, title).brand(brands[i % 3]).build());
    }
    return products;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Acme TN-2110 toner cartridge Original Black | Acme       | toner cartridge | TN-2110
          Blue Point patch cables Cat5e 3 m           | Blue Point | patch cables    | ''
          acme tools ZX81 mug                         | Acme Tools | mug             | ZX81
          Lunch bag red retrospot                     | ''         | lunch bag       | ''
          Photo paper for Acme 12                     | ''         | photo paper     | ''
          Something else                              | ''         | ''              | ''
          """)
  void brandTypeAndModel(String title, String brand, String type, String model) {
    TitleFeatures read = READER.read(title);
    assertEquals(brand, read.brand().orElse(""), title);
    assertEquals(type, read.type().orElse(""), title);
    assertEquals(model, read.model().orElse(""), title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Bottle 1.5L          | volume 1.5 l
          Bottle 1500 ml       | volume 1.5 l
          Tin 250 g            | mass 0.25 kg
          Kabel 2,5 m          | length 2.5 m
          Screen 24"           | length 0.6096 m
          Cord 10-ft           | length 3.048 m
          Memory 2TB           | data 2000.0 gb
          TN-2110 for 802.11b  | ''
          """)
  void quantitiesInTheirUsualUnit(String title, String quantity) {
    List<TitleFeatures.Quantity> read = READER.read(title).quantities();
    assertEquals(
        quantity,
        read.isEmpty()
            ? ""
            : read.getFirst().kind()
                + " "
                + Math.round(read.getFirst().amount() * 1e6) / 1e6
                + " "
                + read.getFirst().unit());
  }

  @Test
  void lengthOfCablesAndPieces() {
    TitleFeatures cable = READER.read("Acme 15ft patch cable 4.57 m Grey");
    assertEquals(Optional.of(4.57), cable.cableLengthMetres());
    assertEquals(Set.of("grey"), cable.colours());
    assertEquals(Optional.empty(), READER.read("Mug 10 cm").cableLengthMetres());
    assertEquals(OptionalInt.of(6), READER.read("Toner Black 6 pc(s)").pieces());
    assertEquals(OptionalInt.of(72), READER.read("Pack of 72 cake cases").pieces());
    assertEquals(OptionalInt.of(3), READER.read("Set of 3 cake tins").pieces());
    assertEquals(OptionalInt.empty(), READER.read("Windows 10").pieces());
  }

  @Test
  void coloursMaterialsSizesAndPeople() {
    TitleFeatures read = READER.read("Men's leather bag Black,Gray, large");
    assertEquals(Set.of("black", "grey"), read.colours());
    assertEquals(Set.of("leather"), read.materials());
    assertEquals(Set.of("large"), read.sizes());
    assertEquals(Set.of("men"), read.audiences());
    assertEquals(Set.of("xl"), READER.read("T-shirt blue XL").sizes());
    assertTrue(READER.read("L shaped mug").sizes().isEmpty());
  }

  @Test
  void anyTextCanBeRead() {
    for (String title :
        List.of("", " ", "-", "\"\"", "1", "\u200b", "é".repeat(1000), "a b,c;(d")) {
      READER.read(title);
    }
  }

  @Test
  void aLongerNameOfTheSameKindAgrees() {
    assertTrue(TypeLabels.agree("gigabit patch cables", "patch cable"));
    assertTrue(!TypeLabels.agree("cable", "patch cable"));
  }
}
