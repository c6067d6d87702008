package dev.kindred.indexer.index;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.analyzers.StopWords;
import dev.kindred.analyzers.TypingCost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Corrects a query's spelling from the catalogue's own words: a noisy channel (Kernighan, Church
 * and Gale, 1990) with the other words of the query as context.
 *
 * <p>A word that no product has is replaced by the likeliest of those near it: the cheaper the slip
 * ({@link TypingCost}), the more the word is used, the more products have it together with the rest
 * of the query, and above all if it stands side by side with the query's neighbouring word
 * somewhere. A word that nobody knows may also be two known ones. A word that a few products have
 * is replaced only if none of them has the rest of the query, and a word near it does occur with it
 * and is used far more, or stands beside the neighbouring word. The same goes for a common word of
 * the language that no product has ({@code something to keep drinks cold}): people mean it, and it
 * finds by meaning. Unless what it is replaced by stands beside the neighbouring word, it is
 * replaced only if the slip is of the commonest kinds ({@code candles that smell nice} are not
 * small).
 */
final class QuerySpelling {
  private static final double SLIP = 3.2;
  private static final double USE = 0.6;
  private static final double CONTEXT = 1.0;
  private static final double BESIDE = 1.0;
  private static final double FIRST = 5;
  private static final double MISSING_BLANK = 0.5;
  private static final int TWO_EDITS_FROM = 5;
  private static final int VERY_RARE = 3;
  private static final int RARE = 20;
  private static final int FAR_MORE = 30;
  /* A short word that no product has together with the others must be used so much to be meant. */
  private static final int FREQUENT = 10;
  private static final int LONG = 6;
  private static final int CLOSEST = 10;
  /* Letters doubled, not doubled, or swapped. */
  private static final double COMMONEST_SLIP = 0.6;
  private static final int SHORTEST_HALF = 3;
  private static final int MOST_WORDS = 16;

  private final ProductSearcher searcher;
  private final Vocabulary vocabulary;
  private final Optional<QueryLanguage> spoken;
  private final Predicate<String> language;

  /**
   * @param spoken the language that queries are in, if somebody said so
   * @param language says which words are common in the language of the queries
   */
  QuerySpelling(
      ProductSearcher searcher,
      SearchedWords searched,
      Optional<QueryLanguage> spoken,
      Predicate<String> language) {
    this.searcher = searcher;
    this.spoken = spoken;
    this.language = language;
    this.vocabulary = new Vocabulary(searcher.getIndexReader(), searched);
  }

  /**
   * A word that may have been meant.
   *
   * @param beside whether it stands beside the neighbouring word somewhere
   */
  private record Guess(String text, double score, boolean beside) {}

  private static final Comparator<Guess> BEST =
      Comparator.comparingDouble(Guess::score).thenComparing(Guess::text);

  /** The query with its wrong words replaced; empty if there are none that can be. */
  Optional<String> corrected(String query) throws IOException {
    List<SpeltWord> words = SpeltWord.of(query);
    if (words.size() > MOST_WORDS || isExact(query)) {
      return Optional.empty();
    }
    Set<Integer> doubtful = new TreeSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).fixed() && isDoubtful(words.get(i))) {
        doubtful.add(i);
      }
    }
    Map<Integer, String> replaced = new TreeMap<>();
    for (int i : doubtful) {
      meant(words, i, doubtful, replaced).ifPresent(word -> replaced.put(i, word));
    }
    StringBuilder corrected = new StringBuilder(query);
    for (int i = words.size() - 1; i >= 0; i--) {
      if (replaced.containsKey(i)) {
        corrected.replace(words.get(i).start(), words.get(i).end(), replaced.get(i));
      }
    }
    return replaced.isEmpty() ? Optional.empty() : Optional.of(corrected.toString());
  }

  private boolean isExact(String query) throws IOException {
    Optional<Term> term = TextQueries.exact(query);
    return term.isPresent() && searcher.getIndexReader().docFreq(term.get()) > 0;
  }

  /* A word with other forms in one of the catalogue's languages finds something as it is. */
  private boolean isDoubtful(SpeltWord word) throws IOException {
    return vocabulary.products(word.stem()) <= RARE
        && searcher.languages().of(word.text(), spoken).isEmpty();
  }

  private Optional<String> meant(
      List<SpeltWord> words, int i, Set<Integer> doubtful, Map<Integer, String> replaced)
      throws IOException {
    SpeltWord word = words.get(i);
    Context context = context(words, i, doubtful, replaced);
    boolean there = vocabulary.products(word.stem()) > 0 || vocabulary.use(word.text()) > 0;
    boolean known = there || language.test(word.text());
    if (known && !there && context.others.isEmpty()) {
      return guesses(word, false, context).stream()
          .filter(guess -> isCommonestSlip(word, guess))
          .max(BEST)
          .map(Guess::text);
    }
    if (known && (context.others.isEmpty() || together(word.stem(), context.others) > 0)) {
      return Optional.empty();
    }
    boolean common = vocabulary.products(word.stem()) > VERY_RARE;
    if (known
        && (common || vocabulary.titles(word.text()) > 1)
        && (context.sides().isEmpty() || beside(word.stem(), context) > 0)) {
      return Optional.empty();
    }
    List<Guess> guesses = guesses(word, known, context);
    if (known && !there) {
      guesses.removeIf(guess -> !isCommonestSlip(word, guess) && !guess.beside());
    }
    if (!known) {
      split(word.text()).ifPresent(guesses::add);
    }
    return guesses.stream().max(BEST).map(Guess::text);
  }

  /**
   * What surrounds a word.
   *
   * @param others stems of the query's other words that products have
   * @param before stem of the word before it, and after of that behind it, if products have them
   */
  private record Context(List<String> others, Optional<String> before, Optional<String> after) {
    List<String> sides() {
      return Stream.concat(before.stream(), after.stream()).toList();
    }
  }

  private Context context(
      List<SpeltWord> words, int at, Set<Integer> doubtful, Map<Integer, String> replaced)
      throws IOException {
    List<String> others = new ArrayList<>();
    Optional<String> before = Optional.empty();
    Optional<String> after = Optional.empty();
    for (int i = 0; i < words.size(); i++) {
      SpeltWord word = words.get(i);
      boolean sure = replaced.containsKey(i) || !doubtful.contains(i);
      if (i == at || !sure || StopWords.contains(word.text())) {
        continue;
      }
      String stem = replaced.containsKey(i) ? stem(replaced.get(i)) : word.stem();
      if (vocabulary.products(stem) > 0) {
        others.add(stem);
        before = i == at - 1 ? Optional.of(stem) : before;
        after = i == at + 1 ? Optional.of(stem) : after;
      }
    }
    return new Context(others, before, after);
  }

  private static String stem(String text) {
    return SpeltWord.of(text).getLast().stem();
  }

  private List<Guess> guesses(SpeltWord word, boolean known, Context context) throws IOException {
    Map<String, Integer> near = vocabulary.near(word.text(), 1);
    near.remove(word.text());
    if (near.isEmpty() && !known && word.text().length() >= TWO_EDITS_FROM) {
      near = vocabulary.near(word.text(), 2);
    }
    List<Guess> close = new ArrayList<>();
    for (Map.Entry<String, Integer> e : near.entrySet()) {
      int use = Math.max(e.getValue(), vocabulary.use(e.getKey()));
      double slip = SLIP * TypingCost.of(word.text(), e.getKey());
      close.add(new Guess(e.getKey(), USE * Math.log1p(use) - slip, false));
    }
    close.sort(Comparator.comparingDouble(Guess::score).reversed().thenComparing(Guess::text));
    List<Guess> guesses = new ArrayList<>();
    int farMore = FAR_MORE * (1 + vocabulary.use(word.text()));
    for (Guess guess : close.subList(0, Math.min(CLOSEST, close.size()))) {
      String stem = stem(guess.text());
      int together = context.others.isEmpty() ? 0 : together(stem, context.others);
      int beside = beside(stem, context);
      int use = vocabulary.use(guess.text());
      boolean likely =
          known
              ? beside > 0 || (together > 0 && use >= farMore)
              : context.others.isEmpty()
                  || together > 0
                  || beside > 0
                  || use >= FREQUENT
                  || word.text().length() >= LONG;
      if (likely) {
        double fits = CONTEXT * Math.log1p(together) + BESIDE * Math.log1p(FIRST * beside);
        guesses.add(new Guess(guess.text(), guess.score() + fits, beside > 0));
      }
    }
    return guesses;
  }

  private static boolean isCommonestSlip(SpeltWord word, Guess guess) {
    return TypingCost.of(word.text(), guess.text()) <= COMMONEST_SLIP;
  }

  /** How many products have a stem side by side with the words around it. */
  private int beside(String stem, Context context) throws IOException {
    int count = 0;
    if (context.before.isPresent()) {
      count += phrase(context.before.get(), stem);
    }
    if (context.after.isPresent()) {
      count += phrase(stem, context.after.get());
    }
    return count;
  }

  private int phrase(String first, String second) throws IOException {
    return searcher.count(new PhraseQuery(ProductSchema.EVERYTHING, first, second));
  }

  /** How many products have a stem together with the others. */
  private int together(String stem, List<String> others) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(anywhere(stem), Occur.FILTER);
    for (String other : others) {
      all.add(anywhere(other), Occur.FILTER);
    }
    return searcher.count(all.build());
  }

  private static TermQuery anywhere(String stem) {
    return new TermQuery(new Term(ProductSchema.EVERYTHING, stem));
  }

  /** Two words written as one: the halves that stand side by side most often. */
  private Optional<Guess> split(String word) throws IOException {
    Optional<Guess> best = Optional.empty();
    for (int i = SHORTEST_HALF; i <= word.length() - SHORTEST_HALF; i++) {
      String first = word.substring(0, i);
      String second = word.substring(i);
      if (vocabulary.use(first) > 0 && vocabulary.use(second) > 0) {
        String apart = first + ' ' + second;
        List<SpeltWord> halves = SpeltWord.of(apart);
        int both = phrase(halves.getFirst().stem(), halves.getLast().stem());
        double score = USE * Math.log1p(3.0 * both) - SLIP * MISSING_BLANK;
        if (both > 0 && (best.isEmpty() || score > best.get().score())) {
          best = Optional.of(new Guess(apart, score, true));
        }
      }
    }
    return best;
  }
}
