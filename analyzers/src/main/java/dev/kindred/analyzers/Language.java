package dev.kindred.analyzers;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.tartarus.snowball.ext.DutchStemmer;

/**
 * A language in Latin letters other than English, with what takes the endings off its words.
 *
 * <p>Words are stemmed in small letters and without accents, because people leave these out.
 * Languages of other scripts need no choice: {@link ProductAnalyzer} knows them by their letters.
 */
public enum Language {
  GERMAN(
      "de",
      words -> new GermanLightStemFilter(new GermanNormalizationFilter(words)),
      GermanAnalyzer.getDefaultStopSet(),
      "e",
      "en",
      "er",
      "n",
      "s",
      "es"),
  FRENCH("fr", FrenchLightStemFilter::new, FrenchAnalyzer.getDefaultStopSet()),
  SPANISH("es", SpanishLightStemFilter::new, SpanishAnalyzer.getDefaultStopSet()),
  ITALIAN("it", ItalianLightStemFilter::new, ItalianAnalyzer.getDefaultStopSet()),
  DUTCH(
      "nl",
      words -> new SnowballFilter(words, new DutchStemmer()),
      DutchAnalyzer.getDefaultStopSet(),
      "en",
      "s",
      "n",
      "je",
      "jes",
      "e"),
  PORTUGUESE(
      "pt",
      words ->
          new PortugueseLightStemFilter(
              new PatternReplaceFilter(words, Pattern.compile("[oa]es?$"), "ao", false)),
      PortugueseAnalyzer.getDefaultStopSet()),
  POLISH(
      "pl",
      PolishStemFilter::new,
      new CharArraySet(
          Set.of("dla", "na", "do", "z", "ze", "w", "we", "i", "oraz", "lub", "bez", "od", "po"),
          true));

  private final String code;
  private final Analyzer stemmer;
  private final Set<String> stops;
  private final List<String> endings;

  Language(String code, UnaryOperator<TokenStream> stems, CharArraySet stops, String... endings) {
    this.code = code;
    this.stemmer =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String fieldName) {
            KeywordTokenizer word = new KeywordTokenizer();
            return new TokenStreamComponents(word, stems.apply(word));
          }
        };
    this.stops = folded(stops);
    this.endings = List.of(endings);
  }

  private static Set<String> folded(CharArraySet stops) {
    Set<String> folded = new TreeSet<>();
    for (Object stop : stops) {
      Tokens.visit(
          ProductAnalyzer.exact(),
          new String((char[]) stop),
          (term, kind, start, end) -> folded.add(term));
    }
    return Set.copyOf(folded);
  }

  /** ISO 639-1. */
  public String code() {
    return code;
  }

  /** The form that a word shares with its plurals and cases. */
  public String stem(String word) {
    String[] stem = {word};
    Tokens.visit(stemmer, word, (term, kind, start, end) -> stem[0] = term);
    return stem[0].isEmpty() ? word : stem[0];
  }

  /** Whether a word says little. */
  public boolean isStop(String word) {
    return stops.contains(word);
  }

  /** Whether nouns are written together, as in {@code Lederhandschuhe}. */
  public boolean writesCompounds() {
    return !endings.isEmpty();
  }

  /** Endings of nouns and letters that join two of them; only where compounds are written. */
  public List<String> endings() {
    return endings;
  }
}
