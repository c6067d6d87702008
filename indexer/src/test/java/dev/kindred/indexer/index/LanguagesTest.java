package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** One catalogue with products in many languages; nobody says which but where it stands. */
class LanguagesTest {
  private Fixture shop;

  @BeforeEach
  void fill(@TempDir Path folder) {
    shop =
        new Fixture(folder)
            .put(
                product("en1", "Leather gloves for men, black"),
                product("en2", "Hand cream with rose and honey"),
                product("en3", "Die cast model of the red car"),
                product("en4", "Shoes for kids"),
                product("de1", "Lederhandschuhe für Herren, schwarz"),
                product("de2", "Handschuh aus Wolle"),
                product("de3", "Schreibtischlampe mit Dimmer, weiß"),
                product("de4", "Schuhe für Damen, Größe 38"),
                product("de5", "Gläser aus Kristall, 6 Stück"),
                product("fr1", "Chaussures rouges pour femme"),
                product("fr2", "Crème d'été à l'aloès pour les cheveux"),
                product("fr3", "Jeux de société pour les enfants"),
                product("es1", "Zapatos de cuero para mujer, rojos"),
                product("es2", "Lámpara de mesa para niños"),
                product("it1", "Scarpe da donna in pelle rossa"),
                product("it2", "Bicchieri di vetro per l'acqua"),
                product("nl1", "Leren handschoenen voor dames"),
                product("nl2", "Houten keukentafel met vier stoelen"),
                product("pt1", "Sapatos de couro para homem"),
                product("pt2", "Luminárias de mesa com botões"),
                product("pl1", "Rękawiczki skórzane damskie czarne"),
                product("pl2", "Łyżka drewniana dla dzieci"),
                product("ru1", "Кожаные перчатки женские"),
                product("ru2", "Ёлочные игрушки стеклянные"),
                product("zh1", "小米 Redmi Note 13 手机壳"),
                product("zh2", "红色连衣裙 夏季新款"),
                product("ja1", "ワイヤレスイヤホン 充電ケース付き"),
                product("ja2", "黒い革手袋"),
                product("ko1", "가죽 장갑 검정"),
                product("ar1", "حقيبة جلدية للنساء"),
                product("ar2", "مصابيح المكتب"),
                Product.builder("xx1", "Ordinateurs portables")
                    .attributes(Map.of("language", AttributeValue.of("fr-FR")))
                    .build());
  }

  private static Product product(String id, String title) {
    return Product.builder(id, title).build();
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
          glove                | en1
          gloves for men       | en1
          die cast             | en3
          handschuhe           | de1 de2
          Handschuh            | de1 de2
          lederhandschuh       | de1
          schwarze handschuhe  | de1
          lampe                | de3
          lampen               | de3
          schuh                | de4
          schuhe für damen     | de4
          groesse 38           | de4
          grosse 38            | de4
          glas                 | de5
          chaussure rouge      | fr1
          été                  | fr2
          creme                | fr2
          jeu                  | fr3
          cheveu               | fr2
          zapato rojo          | es1
          lampara              | es2
          lámparas             | es2
          scarpa               | it1
          scarpe rosse         | it1
          bicchiere            | it2
          acqua                | it2
          handschoen           | nl1
          tafel                | nl2
          stoel                | nl2
          sapato               | pt1
          luminaria            | pt2
          botão                | pt2
          rękawiczka           | pl1
          rekawiczki           | pl1
          skórzana             | pl1
          drewniane łyżki      | pl2
          перчатка             | ru1
          кожаная              | ru1
          елочная игрушка      | ru2
          手机壳                | zh1
          手机                  | zh1
          redmi                | zh1
          小米                  | zh1
          小米手机壳             | zh1
          连衣裙                | zh2
          红色                  | zh2
          イヤホン              | ja1
          ｲﾔﾎﾝ                 | ja1
          充電                  | ja1
          手袋                  | ja2
          장갑                  | ko1
          حقيبه                | ar1
          الحقيبة              | ar1
          مكتب                 | ar2
          ordinateur portable  | xx1
          """)
  void formsOfAWordFindEachOther(String query, String ids) {
    assertEquals(Set.of(ids.split(" ")), Set.copyOf(shop.found(query)), query);
    Optional<String> corrected =
        shop.view(view -> view.corrected(query, Optional.empty(), word -> false));
    assertEquals(Optional.empty(), corrected, query);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          handschuhe | de    | de1 de2
          handschuhe | de-AT | de1 de2
          handschuhe | en    | ''
          handschuhe | nl    | ''
          handschuhe | ja    | ''
          handschoen | nl    | nl1
          glove      | en    | en1
          glove      | de    | en1
          手机壳      | zh    | zh1
          """)
  void aQueryWhoseLanguageIsSaidIsReadInThatOneOnly(String query, String language, String ids) {
    Wording wording = Wording.of(query).in(Optional.of(QueryLanguage.of(language)));
    List<String> found = Fixture.ids(shop.retrieve(Retrieval.all(20).withText(wording)));
    assertEquals(ids.isEmpty() ? Set.of() : Set.of(ids.split(" ")), Set.copyOf(found));
  }

  @Test
  void aLanguageThatIsSaidCountsHoweverFewProductsAreInIt() {
    List<Product> english = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      english.add(product("more" + i, "Tall lamp for the desk"));
    }
    shop.put(english);
    String few = "scarpa";
    Optional<QueryLanguage> italian = Optional.of(QueryLanguage.of("it"));
    assertEquals(List.of(), shop.found(few), "two products in 332 are too few to guess");
    Wording wording = Wording.of(few).in(italian);
    assertEquals(List.of("it1"), Fixture.ids(shop.retrieve(Retrieval.all(20).withText(wording))));
    assertEquals(
        Optional.of("scarpe"),
        shop.view(view -> view.corrected(few, Optional.empty(), word -> false)));
    assertEquals(Optional.empty(), shop.view(view -> view.corrected(few, italian, word -> false)));
  }

  @Test
  void aWordAsTypedComesBeforeItsCompounds() {
    assertEquals("de2", shop.found("handschuh").getFirst());
  }

  @Test
  void otherLanguagesDoNotChangeWhatEnglishFinds() {
    // German and Dutch have this word's stem in common with other words, English has not.
    assertEquals(List.of("en3"), shop.found("cars"));
    assertEquals(Set.of("en4"), Set.copyOf(shop.found("shoes")));
  }

  @Test
  void partsOfATitleWithoutBlanksAreMarked() {
    Product product = product("zh1", "小米 Redmi Note 13 手机壳");
    assertEquals(
        "小米 Redmi Note 13 [手机][壳]",
        marked(shop.view(view -> view.highlight(Wording.of("手机壳"), product)).get("title")));
  }

  private static String marked(List<Fragment> fragments) {
    StringBuilder text = new StringBuilder();
    fragments.forEach(f -> text.append(f.match() ? "[" + f.text() + "]" : f.text()));
    return text.toString();
  }
}
