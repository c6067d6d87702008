package dev.kindred.analyzers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductAnalyzerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TN-2110                     | tn2110 tn 2110
          tn2110                      | tn2110 tn 2110
          tn 2110                     | tn 2110
          USB-C                       | usbc usb c
          dv7-1211ea                  | dv71211ea dv7 dv 7 1211ea 1211 ea
          802.11b                     | 802.11b 802.11 b
          1.5L                        | 1.5l 1.5 l
          1,000 pcs                   | 1000 pcs
          1,5                         | 1 5
          6"                          | 6inch 6 inch
          6''                         | 6inch 6 inch
          6in                         | 6inch 6 inch
          6-inch                      | 6inch 6 inch
          39.6 cm (15.6") 4" x 6″     | 39.6 cm 15.6inch 15.6 inch 4inch 4 inch x 6inch 6 inch
          "windows 10" 24 " wide 5"   | window 10 24 wide 5inch 5 inch
          5'                          | 5
          6in1 plug-in                | 6in1 6 in 1 plugin plug in
          Assassin's Creed            | assassin creed
          L'Été                       | lete l ete
          black/white                 | black white
          Intel® Core™2               | intel core 2
          mugs                        | mug
          Mug -- (blue).              | mug blue
          the who                     | the who
          東京 lamp                    | 東京 東 京 lamp
          红米Note 13手机壳             | 红米 红 米 note 13 手机 手 机壳 机 壳
          ワイヤレス                    | ワイ ワ イヤ イ ヤレ ヤ レス レ ス
          ｲﾔﾎﾝ                        | イヤ イ ヤホ ヤ ホン ホ ン
          ＡＢＣ１２                    | abc12 abc 12
          кожаные перчатки             | кожан перчатк
          ёлка                         | елк
          حقيبة الجلد ١٢               | حقيب جلد 12
          cafe\u0301                  | cafe
          """)
  void textBecomesTokens(String text, String tokens) {
    assertEquals(tokens, String.join(" ", terms(ProductAnalyzer.stemmed(), text)));
  }

  @Test
  void exactFormKeepsEndings() {
    assertEquals(List.of("mugs", "cafe"), terms(ProductAnalyzer.exact(), "Mugs Café"));
  }

  @Test
  void anyTextGivesTokensInOrderInsideIt() {
    String alphabet = "aB1.-,'&é東\uD83D\uDE00\"> s";
    for (long seed = 0; seed < 2_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String message = "seed " + seed + ": " + text;
      int[] last = {0};
      Tokens.visit(
          ProductAnalyzer.stemmed(),
          text.toString(),
          (term, kind, start, end) -> {
            assertTrue(!term.isEmpty() && start < end && end <= text.length(), message);
            assertTrue(start >= last[0], message);
            last[0] = start;
          });
    }
  }

  @Test
  void oneVeryLongWordIsCut() {
    List<String> terms = terms(ProductAnalyzer.stemmed(), "x".repeat(100_000));
    assertEquals(List.of("x".repeat(255)), terms);
  }

  private static List<String> terms(ProductAnalyzer analyzer, String text) {
    List<String> terms = new ArrayList<>();
    Tokens.visit(analyzer, text, (term, kind, start, end) -> terms.add(term));
    return terms;
  }
}
