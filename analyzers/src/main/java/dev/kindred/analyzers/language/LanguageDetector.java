package dev.kindred.analyzers.language;

import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Says which language a text is in, as ISO 639-1 codes.
 *
 * <p>The script decides where only one of the languages is written in it. Among the others
 * OpenNLP's detector is asked, and what it says is multiplied with a prior for the language that is
 * expected: the shorter a text, the less speaks against that one. Articles, pronouns and the like
 * that only one of the languages has each count as much as e : 1.
 */
public final class LanguageDetector {
  private static final int LONGEST = 1_000;
  private static final int SURE_FROM_LETTERS = 60;
  private static final double SHARPNESS = 2;
  private static final double EXPECTED = 0.6;
  private static final int MOST_SMALL = 8;
  private static final double OTHER = 0.04;
  private static final int PLAIN_FROM = 4;
  private static final int PLAIN_TIMES = 3;
  private static final double PLAIN = 0.99;

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("eng", "en"),
          Map.entry("deu", "de"),
          Map.entry("fra", "fr"),
          Map.entry("spa", "es"),
          Map.entry("ita", "it"),
          Map.entry("nld", "nl"),
          Map.entry("por", "pt"),
          Map.entry("pol", "pl"),
          Map.entry("rus", "ru"),
          Map.entry("ukr", "uk"),
          Map.entry("bul", "bg"));

  private final Pool<LanguageDetectorME> detectors;

  /** Loads the model; takes a second or two: make one and keep it. */
  public LanguageDetector() {
    LanguageDetectorModel model = Models.load("/langdetect-183.bin", LanguageDetectorModel::new);
    detectors = new Pool<>(() -> new LanguageDetectorME(model));
  }

  /**
   * A language and how sure it is.
   *
   * @param code ISO 639-1
   * @param confidence 0 to 1
   */
  public record Guess(String code, double confidence) {}

  /**
   * @param expected the language most texts here are in, such as the catalogue's
   * @return empty if the text has no letters
   */
  public Optional<Guess> detect(String text, String expected) {
    String read = Cut.at(text, LONGEST);
    Scripts scripts = Scripts.of(read);
    if (scripts.letters() == 0) {
      return Optional.empty();
    }
    Optional<String> only = scripts.onlyLanguage();
    if (only.isPresent()) {
      return Optional.of(new Guess(only.get(), scripts.share()));
    }
    Map<String, Integer> small = FunctionWords.count(read);
    if (isPlainly(expected, small)) {
      return Optional.of(new Guess(expected, PLAIN));
    }
    double evidence = SHARPNESS * Math.min(1, scripts.letters() / (double) SURE_FROM_LETTERS);
    String best = expected;
    double highest = 0;
    double sum = 0;
    for (Language language : detectors.use(detector -> detector.predictLanguages(read))) {
      String code = CODES.getOrDefault(language.getLang(), "");
      if (!code.isEmpty()) {
        double prior = code.equals(expected) ? EXPECTED : OTHER;
        double weight =
            prior
                * Math.pow(language.getConfidence(), evidence)
                * Math.exp(Math.min(MOST_SMALL, small.getOrDefault(code, 0)));
        sum += weight;
        if (weight > highest) {
          highest = weight;
          best = code;
        }
      }
    }
    return sum == 0 ? Optional.empty() : Optional.of(new Guess(best, highest / sum));
  }

  /** Whether small words leave no doubt: the model, which takes long, need not be asked. */
  private static boolean isPlainly(String expected, Map<String, Integer> small) {
    int own = small.getOrDefault(expected, 0);
    int others =
        small.entrySet().stream()
            .filter(e -> !e.getKey().equals(expected))
            .mapToInt(Map.Entry::getValue)
            .max()
            .orElse(0);
    return own >= PLAIN_FROM && own >= PLAIN_TIMES * others;
  }
}
