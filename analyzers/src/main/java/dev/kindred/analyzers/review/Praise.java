package dev.kindred.analyzers.review;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.StopWords;
import dev.kindred.analyzers.Tokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * In which words people praise or blame a product: {@code quiet}, {@code comfortable}, {@code
 * battery}.
 *
 * <p>Each sentence with an opinion gives its leaning to its words, once however many aspects it
 * mentions. A word's praise is the sum of these leanings over the sum of their sizes and one more,
 * so that one sentence moves it half-way at most: -1 to 1.
 *
 * @param words praise by stem
 */
public record Praise(Map<String, Double> words) {
  private static final ProductAnalyzer WORDS = ProductAnalyzer.stemmed();
  private static final int MOST_WORDS = 300;
  private static final double PRIOR = 1;
  private static final Praise NONE = new Praise(Map.of());

  public Praise {
    words = Map.copyOf(words);
  }

  /** Of the reviews of a product; at most {@value #MOST_WORDS} words, those said most. */
  static Praise of(Collection<ReviewFindings.Opinion> opinions) {
    Map<String, Double> sentences = new LinkedHashMap<>();
    for (ReviewFindings.Opinion opinion : opinions) {
      sentences.merge(
          opinion.sentence(), opinion.leaning(), (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
    }
    if (sentences.isEmpty()) {
      return NONE;
    }
    Map<String, double[]> sums = new HashMap<>();
    sentences.forEach((sentence, leaning) -> {
      for (String word : stems(sentence)) {
        double[] sum = sums.computeIfAbsent(word, w -> new double[2]);
        sum[0] += leaning;
        sum[1] += Math.abs(leaning);
      }
    });
    List<Map.Entry<String, double[]>> all = new ArrayList<>(sums.entrySet());
    all.sort(
        Comparator.<Map.Entry<String, double[]>>comparingDouble(e -> -e.getValue()[1])
            .thenComparing(Map.Entry::getKey));
    Map<String, Double> words = new HashMap<>();
    all.subList(0, Math.min(MOST_WORDS, all.size()))
        .forEach(e -> words.put(e.getKey(), e.getValue()[0] / (e.getValue()[1] + PRIOR)));
    return new Praise(words);
  }

  /** How much people praise a product with a word, -1 (blame) to 1; 0 if nobody says it. */
  public double of(String stem) {
    return words.getOrDefault(stem, 0.0);
  }

  /** The words of a text in the form in which they are praised, each once. */
  public static Set<String> stems(String text) {
    Set<String> stems = new HashSet<>();
    Tokens.visit(
        WORDS,
        text,
        (term, kind, start, end) -> {
          if (kind.equals(ProductTokenizer.WORD) && !StopWords.contains(term)) {
            stems.add(term);
          }
        });
    return stems;
  }
}
