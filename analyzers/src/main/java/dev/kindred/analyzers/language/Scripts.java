package dev.kindred.analyzers.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * How many letters of each script a text has.
 *
 * @param letters of any script
 * @param most the script of most letters; {@code COMMON} if there are none
 * @param share of it, 0 to 1
 * @param kana whether there are Japanese syllables
 */
record Scripts(int letters, UnicodeScript most, double share, boolean kana) {

  static Scripts of(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLetter(c)) {
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
        letters++;
      }
      i += Character.charCount(c);
    }
    UnicodeScript most = UnicodeScript.COMMON;
    int count = 0;
    for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > count) {
        most = entry.getKey();
        count = entry.getValue();
      }
    }
    boolean kana =
        counts.containsKey(UnicodeScript.HIRAGANA) || counts.containsKey(UnicodeScript.KATAKANA);
    return new Scripts(letters, most, letters == 0 ? 0 : (double) count / letters, kana);
  }

  /** The language, where the script leaves no other of those that are told apart. */
  Optional<String> onlyLanguage() {
    return switch (most) {
      case HAN -> Optional.of(kana ? "ja" : "zh");
      case HIRAGANA, KATAKANA -> Optional.of("ja");
      case HANGUL -> Optional.of("ko");
      case ARABIC -> Optional.of("ar");
      case HEBREW -> Optional.of("he");
      case GREEK -> Optional.of("el");
      case THAI -> Optional.of("th");
      default -> Optional.empty();
    };
  }
}
