package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductLanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Leather gloves for men              | en
          White hanging heart holder          | en
          Mug                                 | ''
          Le Creuset pot for the kitchen      | en
          Lederhandschuhe schwarz             | de
          Gants en cuir noir pour femme       | fr
          Guantes de cuero para mujer         | es
          Guanti in pelle da donna            | it
          Leren handschoenen voor dames       | nl
          Luvas de couro, feminino            | pt
          Rękawiczki skórzane                 | pl
          Перчатки                            | ''
          """)
  void smallWordsAndLettersTell(String text, String languages) {
    assertEquals(languages, String.join(" ", ProductLanguages.of(text)));
  }

  @Test
  void anAttributeDecides() {
    Product product =
        Product.builder("1", "Gloves for men")
            .attributes(Map.of("locale", AttributeValue.of("de_AT")))
            .build();
    assertEquals(Set.of("de"), ProductLanguages.of(product));
  }
}
