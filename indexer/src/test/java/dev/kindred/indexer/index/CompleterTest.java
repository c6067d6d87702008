package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.indexer.catalog.Completion;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompleterTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop =
        new Fixture(folder)
            .put(
                Product.builder("1", "Wireless mouse").brand("Logitech").build(),
                Product.builder("2", "Wireless keyboard").brand("Logitech").build(),
                Product.builder("3", "Mouse pad").categories(List.of("Accessories")).build());
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
          mou            | Mouse pad,Wireless mouse
          wireless k     | Wireless keyboard
          keyb           | Wireless keyboard
          log            | Logitech
          acc            | Accessories
          wirless m      | Wireless mouse
          keyvo          | Wireless keyboard
          xyzxyz         | ''
          """)
  void completesWhatWasMeant(String typed, String texts) {
    List<String> found =
        shop.view(view -> view.complete(typed, 8)).stream().map(Completion::text).toList();
    assertEquals(texts, String.join(",", found));
  }
}
