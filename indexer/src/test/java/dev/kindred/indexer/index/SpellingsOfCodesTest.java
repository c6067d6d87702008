package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers, units and model codes are found however the product and the query write them. */
class SpellingsOfCodesTest {
  private static final List<List<String>> SAME =
      List.of(
          List.of("12 cup", "12-cup", "12cup", "12 cups"),
          List.of("1.5L", "1.5 l", "1500 ml", "1500ml", "150cl", "1.5 litre", "1.5-liter"),
          List.of("500g", "0.5 kg", "500 grams", "0.5kg"),
          List.of("TN-2110", "tn2110", "tn 2110", "TN 2110"),
          List.of("USB-C", "usb c", "USB C"),
          List.of("6\"", "6 inch", "6-inch", "6in", "6 inches", "6''"),
          List.of("1TB", "1 tb", "1000GB", "1000 gb"),
          List.of("60W", "60 watt", "60 watts", "60-Watt"));

  @Test
  void everySpellingFindsEveryOther(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder)) {
      List<Product> products = new ArrayList<>();
      for (int group = 0; group < SAME.size(); group++) {
        for (String spelling : SAME.get(group)) {
          String id = group + "/" + products.size();
          products.add(Product.builder(id, "Thing " + spelling + " black").build());
        }
      }
      // Numbers or units alone are not it.
      for (String other : List.of("12", "1500", "6", "6 in 1", "500", "cup", "1 l", "60 V")) {
        products.add(Product.builder("x/" + products.size(), "Thing " + other + " white").build());
      }
      shop.put(products);
      for (int group = 0; group < SAME.size(); group++) {
        for (String spelling : SAME.get(group)) {
          Retrieved found =
              shop.retrieve(
                  Retrieval.all(100)
                      .withText(SynonymTable.EMPTY.wording("thing " + spelling + " black")));
          List<String> first =
              found.candidates().stream()
                  .limit(SAME.get(group).size())
                  .map(Candidate::product)
                  .map(Product::id)
                  .toList();
          Set<String> groups =
              first.stream().map(id -> id.split("/")[0]).collect(Collectors.toSet());
          assertEquals(SAME.get(group).size(), first.size(), spelling);
          assertEquals(Set.of("" + group), groups, spelling);
        }
      }
    }
  }

  @Test
  void whatIsAskedForAsAWholeIsNotRelaxed(@TempDir Path folder) {
    try (Fixture shop = new Fixture(folder)) {
      List<Product> bottles = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        bottles.add(Product.builder("b" + i, "Bottle 1500 ml number " + i).build());
        bottles.add(Product.builder("s" + i, "Bottle 500 ml number " + i).build());
      }
      shop.put(bottles);
      Retrieved found =
          shop.retrieve(Retrieval.all(50).withText(SynonymTable.EMPTY.wording("bottle 1.5L")));
      assertEquals(12, found.found());
      assertEquals(List.of(), found.relaxed());
      assertFalse(Fixture.ids(found).contains("s1"));
    }
  }
}
