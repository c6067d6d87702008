package dev.kindred.engine;

import dev.kindred.analyzers.StopWords;
import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.ShopFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns a candidate's raw signals into named parts of a score on one scale.
 *
 * <ul>
 *   <li>{@code lexical}: the text score as a share of the best of this query, 0 to 1
 *   <li>{@code semantic}: how near the product's text is to the query in meaning, 0 to 1, see
 *       {@link Fusion}
 *   <li>{@code category}: how much the product is the kind of thing that the best matches are, 0 to
 *       1, so that accessories do not bury what they are for
 *   <li>{@code exact}: a fixed part for a product whose id, code or whole title was asked for,
 *       larger than all others together, so that nothing buries it
 *   <li>{@code personal}: {@code s / (|s| + typical)}, where s is the person's score of the product
 *       and typical that of what they are likely to choose next; -1 to 1. In a search it counts the
 *       more the broader the query and the surer the taste
 *   <li>{@code content}: cosine of the features of two products, 0 to 1
 *   <li>{@code popularity}: the square root of the recent events as a share of the most wanted
 *       product's, so that the tenth most wanted is not nothing; 0 to 1
 *   <li>{@code availability}, {@code rating}, {@code freshness}, {@code price}, {@code
 *       review_count}: see {@link BusinessSignals}
 * </ul>
 *
 * each times its weight.
 */
final class Signals {
  private static final double EXACT = 2;
  private static final double CUT_OFF = 0.5;
  private static final int BROAD = 150;
  private static final int USUAL_WORDS = 3;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final double LEAST_MEANING = 0.5;
  private static final double MOST_MEANING = 1.5;

  private final RankingWeights weights;

  Signals(RankingWeights weights) {
    this.weights = weights;
  }

  /**
   * How words and meaning make one score of a query. Who types a brand wants its products; which of
   * them its name resembles most says nothing, so that words alone order them. Each word that is
   * asked for adds evidence by words, while meaning is one cosine however many there are: its
   * weight is divided by their number.
   *
   * @param words that say something, of the query
   * @param brand whether the query is a brand and nothing else
   * @param alone whether only meaning is asked for
   */
  Fusion fusion(int words, boolean brand, boolean alone) {
    double lexical = alone ? 0 : weights.lexical();
    double share = lexical > 0 ? shareOfMeaning(words) : 1;
    double semantic = brand && !alone ? 0 : share * weights.semantic();
    // The best possible score stays what it is without meaning, so that other signals keep theirs.
    double scale =
        semantic > 0 && weights.lexical() > 0 ? weights.lexical() / (lexical + semantic) : 1;
    return new Fusion(lexical * scale, semantic * scale, CUT_OFF);
  }

  /** How many of a text's words say something, at least 1. */
  static int telling(String text) {
    String small = text.strip().toLowerCase(Locale.ROOT);
    long words = BLANKS.splitAsStream(small).filter(word -> !StopWords.contains(word)).count();
    return Math.max(1, (int) words);
  }

  /* Chosen on the development queries of two catalogues, where it helped halves of both. */
  private static double shareOfMeaning(int words) {
    return Math.clamp((double) USUAL_WORDS / Math.max(1, words), LEAST_MEANING, MOST_MEANING);
  }

  /** Scores by words alone. */
  Fusion wordsAlone() {
    return new Fusion(weights.lexical(), 0, CUT_OFF);
  }

  /**
   * Of a search: text, meaning, kind, person, popularity, business.
   *
   * @param fusion of the query's words and meaning, see {@link #fusion}
   * @param best the {@link #bestLexical} of the query
   * @param breadth of the query, see {@link #breadth}
   * @param business what is usual among the first candidates
   */
  Scored search(
      Candidate candidate,
      Fusion fusion,
      double best,
      Optional<Liking> liking,
      double breadth,
      BusinessSignals business) {
    List<Scored.Part> parts = new ArrayList<>(6);
    add(parts, "lexical", fusion.lexical() * lexical(candidate, best));
    add(parts, "semantic", fusion.semantic() * Fusion.evidence(candidate.semantic()));
    add(parts, "category", weights.category() * candidate.kinship());
    if (candidate.exact()) {
      add(parts, "exact", EXACT);
    }
    if (liking.isPresent()) {
      double strength = weights.personal() * breadth * liking.get().certainty();
      add(parts, "personal", strength * liking.get().of(candidate));
    }
    add(parts, "popularity", weights.popularity() * Math.sqrt(candidate.popularity()));
    ShopFacts facts = candidate.entry().facts();
    RankingWeights.Business wanted = weights.business();
    add(parts, "availability", wanted.availability() * business.availability(facts));
    add(parts, "rating", wanted.rating() * business.rating(facts));
    add(parts, "freshness", wanted.freshness() * business.freshness(facts));
    add(parts, "price", wanted.price() * business.price(facts));
    add(parts, "review_count", wanted.reviewCount() * business.reviewCount(facts));
    return Scored.of(candidate, parts);
  }

  /** Of a recommendation: person, popularity. */
  Scored recommendation(Candidate candidate, Liking liking) {
    List<Scored.Part> parts = new ArrayList<>(3);
    add(parts, "personal", liking.of(candidate));
    add(parts, "popularity", weights.popularity() * Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /** Of a recommendation by content: likeness to a product that was liked, popularity. */
  Scored alike(Candidate candidate, double likeness) {
    List<Scored.Part> parts = new ArrayList<>(2);
    add(parts, "content", likeness);
    add(parts, "popularity", weights.popularity() * Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /** Of trending products. */
  Scored trending(Candidate candidate) {
    List<Scored.Part> parts = new ArrayList<>(1);
    add(parts, "popularity", Math.sqrt(candidate.popularity()));
    return Scored.of(candidate, parts);
  }

  /**
   * How open a query leaves what is meant, 0 (one thing is meant) to 1 (anything will do): the
   * logarithm of the number of matches, next to nothing if one matches exactly or a word looks like
   * a model code.
   */
  static double breadth(String query, Retrieved all) {
    if (query.isBlank()) {
      return 1;
    }
    boolean exact = all.candidates().stream().anyMatch(Candidate::exact);
    boolean code = query.matches("(?s).*\\p{Alpha}[-/.]?\\d.*|.*\\d[-/.]?\\p{Alpha}.*");
    double open = Math.min(1, Math.log1p(all.found()) / Math.log1p(BROAD));
    return exact || code ? open / 8 : open;
  }

  /**
   * The text score that counts as 1: the best of all matches, but for exact ones, whose text score
   * is of another order.
   */
  static double bestLexical(Retrieved all) {
    boolean exact = all.candidates().stream().anyMatch(Candidate::exact);
    return exact
        ? all.candidates().stream()
            .filter(c -> !c.exact())
            .mapToDouble(Candidate::lexical)
            .max()
            .orElse(0)
        : all.bestLexical();
  }

  private static double lexical(Candidate candidate, double best) {
    if (candidate.exact()) {
      return 1;
    }
    return best > 0 ? candidate.lexical() / best : 0;
  }

  /** A taste, ready to judge many candidates. */
  record Liking(double typical, double certainty) {
    Liking(Taste taste) {
      this(taste.typical(), taste.certainty());
    }

    /** From -1 to 1. */
    double of(Candidate candidate) {
      double score = candidate.affinity();
      return score / (Math.abs(score) + typical);
    }
  }

  private static void add(List<Scored.Part> parts, String signal, double value) {
    if (value != 0) {
      parts.add(new Scored.Part(signal, value));
    }
  }
}
