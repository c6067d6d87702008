package dev.kindred.analyzers.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class LanguageDetectorTest {
  private static final LanguageDetector DETECTOR = new LanguageDetector();

  @Test
  void sentencesAreKnown() {
    assertLanguage(
        "en", "This is the best blender that I have ever bought, and it is quiet.", "de");
    assertLanguage("de", "Der Akku hält leider nicht so lange, wie ich es erwartet habe.", "en");
    assertLanguage("fr", "Je suis très content de cet achat, la qualité est excellente.", "en");
    assertLanguage("es", "La batería dura poco y el sonido no es muy bueno, lo devolví.", "en");
    assertLanguage(
        "ru", "Отличный товар, всем рекомендую, доставка быстрая и качество хорошее", "en");
    assertLanguage("ja", "この商品はとても良いです", "en");
    assertLanguage("zh", "小米手机壳", "en");
    assertLanguage("ar", "منتج ممتاز", "en");
  }

  @Test
  void ofAFewLettersTheExpectedLanguageIsTaken() {
    assertLanguage("en", "ok super", "en");
    assertLanguage("de", "ok super", "de");
  }

  @Test
  void withoutLettersThereIsNone() {
    assertEquals(Optional.empty(), DETECTOR.detect("🎉 12.50 !!!", "en"));
    assertEquals(Optional.empty(), DETECTOR.detect("", "en"));
  }

  private static void assertLanguage(String code, String text, String expected) {
    assertEquals(code, DETECTOR.detect(text, expected).orElseThrow().code(), text);
  }
}
