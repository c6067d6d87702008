package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** English words that praise or blame, and words that turn that around. */
final class OpinionWords {
  private static final String FILE = "opinion-words-en.tsv";
  private static final int REACH = 3;
  private static final double TURNED = -0.7;
  private static final Set<String> TURNS =
      Set.of(
          "not",
          "n't",
          "no",
          "never",
          "nothing",
          "without",
          "hardly",
          "barely",
          "neither",
          "nor",
          "lack",
          "cannot",
          "nobody",
          "none",
          "n\u2019t");
  private static final Set<String> WISHES = Set.of("would", "could", "should", "wish", "if");

  private final Map<String, Double> scores = new HashMap<>();

  OpinionWords() {
    try (InputStream in = OpinionWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .forEach(line -> {
            int tab = line.indexOf('\t');
            scores.put(line.substring(0, tab), Double.parseDouble(line.substring(tab + 1)));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a word says by itself, -4 (blame) to 4 (praise), 0 if nothing. */
  double of(Token token) {
    String small = token.text().toLowerCase(java.util.Locale.ROOT);
    Double score = scores.get(small);
    return score != null ? score : scores.getOrDefault(token.lemma(), 0.0);
  }

  /** What the i-th word says where it stands: turned around by a negation shortly before it. */
  double at(List<Token> tokens, int i) {
    double score = of(tokens.get(i));
    if (score == 0) {
      return 0;
    }
    for (int k = i - 1; k >= Math.max(0, i - REACH); k--) {
      Token token = tokens.get(k);
      if (isTurn(token)) {
        return score * TURNED;
      }
      if (token.is("PUNCT") || token.lemma().equals("but")) {
        return score;
      }
    }
    return score;
  }

  boolean isTurn(Token token) {
    return TURNS.contains(token.lemma()) || TURNS.contains(token.text());
  }

  /** Whether the sentence says what is wished for, not what is. */
  boolean isWish(Token token) {
    return WISHES.contains(token.lemma());
  }
}
