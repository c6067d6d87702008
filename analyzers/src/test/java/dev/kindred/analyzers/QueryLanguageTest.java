package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryLanguageTest {
  @ParameterizedTest
  @CsvSource({"de, de", "DE, de", "de-AT, de", "pt_BR, pt", "zh-Hant-TW, zh", "' en ', en"})
  void readsACodeWithOrWithoutARegion(String given, String code) {
    assertEquals(code, QueryLanguage.of(given).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "d", "deu", "german", "xx", "xx-DE", "de-", "d3"})
  void saysWhichAreAccepted(String given) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> QueryLanguage.of(given));
    assertEquals(
        "language must be one of ar, de, en, es, fr, it, ja, ko, nl, pl, pt, ru, zh, got " + given,
        e.getMessage());
  }

  @Test
  void onlyOtherLanguagesInLatinLettersAreStemmedOnTheirOwn() {
    assertEquals(Optional.of(Language.GERMAN), QueryLanguage.of("de").stemmed());
    assertEquals(Optional.empty(), QueryLanguage.of("en").stemmed());
    assertEquals(Optional.empty(), QueryLanguage.of("ja").stemmed());
  }
}
