package dev.kindred.indexer.index;

import dev.kindred.analyzers.TypingCost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.TermQuery;

/**
 * Corrects a query's spelling from the catalogue's own words: a noisy channel (Kernighan, Church
 * and Gale, 1990) with the other words of the query as context.
 *
 * <p>A word that no product has is replaced by the likeliest of those near it: the cheaper the slip
 * ({@link TypingCost}), the more the word is used, and the more products have it together with the
 * rest of the query. A word that a few products have is replaced only if none of them has the rest
 * of the query, and a word near it that is used far more does occur with it. A word that nobody
 * knows may also be two known ones that stand side by side somewhere.
 */
final class QuerySpelling {
  private static final double SLIP = 3.2;
  private static final double USE = 0.6;
  private static final double CONTEXT = 1.0;
  private static final double MISSING_BLANK = 0.5;
  private static final int TWO_EDITS_FROM = 5;
  private static final int RARE = 3;
  private static final int FAR_MORE = 30;
  private static final int CLOSEST = 10;
  private static final int SHORTEST_HALF = 3;
  private static final int MOST_WORDS = 16;

  private final IndexSearcher searcher;
  private final Vocabulary vocabulary;

  QuerySpelling(IndexSearcher searcher, SearchedWords searched) {
    this.searcher = searcher;
    this.vocabulary = new Vocabulary(searcher.getIndexReader(), searched);
  }

  /** A word that may have been meant. */
  private record Guess(String text, double score) {}

  /** The query with its wrong words replaced; empty if there are none that can be. */
  Optional<String> corrected(String query) throws IOException {
    List<SpeltWord> words = SpeltWord.of(query);
    if (words.size() > MOST_WORDS || isExact(query)) {
      return Optional.empty();
    }
    List<String> context = new ArrayList<>();
    List<SpeltWord> doubtful = new ArrayList<>();
    for (SpeltWord word : words) {
      if (!word.fixed() && isDoubtful(word)) {
        doubtful.add(word);
      } else if (!word.fixed() && vocabulary.products(word.stem()) > 0) {
        context.add(word.stem());
      }
    }
    StringBuilder corrected = new StringBuilder(query);
    boolean changed = false;
    for (SpeltWord word : doubtful.reversed()) {
      Optional<String> meant = meant(word, context);
      if (meant.isPresent()) {
        corrected.replace(word.start(), word.end(), meant.get());
        SpeltWord.of(meant.get()).forEach(w -> context.add(w.stem()));
        changed = true;
      } else if (vocabulary.products(word.stem()) > 0) {
        context.add(word.stem());
      }
    }
    return changed ? Optional.of(corrected.toString()) : Optional.empty();
  }

  private boolean isExact(String query) throws IOException {
    Optional<Term> term = TextQueries.exact(query);
    return term.isPresent() && searcher.getIndexReader().docFreq(term.get()) > 0;
  }

  private boolean isDoubtful(SpeltWord word) throws IOException {
    return vocabulary.products(word.stem()) <= RARE && vocabulary.titles(word.text()) <= 1;
  }

  private Optional<String> meant(SpeltWord word, List<String> context) throws IOException {
    boolean known = vocabulary.products(word.stem()) > 0 || vocabulary.use(word.text()) > 0;
    if (known && (context.isEmpty() || together(word.stem(), context) > 0)) {
      return Optional.empty();
    }
    List<Guess> guesses = guesses(word, known, context);
    if (!known) {
      split(word.text()).ifPresent(guesses::add);
    }
    return guesses.stream()
        .max(Comparator.comparingDouble(Guess::score).thenComparing(Guess::text))
        .map(Guess::text);
  }

  private List<Guess> guesses(SpeltWord word, boolean known, List<String> context)
      throws IOException {
    Map<String, Integer> near = vocabulary.near(word.text(), 1);
    near.remove(word.text());
    if (near.isEmpty() && !known && word.text().length() >= TWO_EDITS_FROM) {
      near = vocabulary.near(word.text(), 2);
    }
    List<Guess> close = new ArrayList<>();
    for (Map.Entry<String, Integer> e : near.entrySet()) {
      int use = Math.max(e.getValue(), vocabulary.use(e.getKey()));
      double slip = SLIP * TypingCost.of(word.text(), e.getKey());
      close.add(new Guess(e.getKey(), USE * Math.log1p(use) - slip));
    }
    close.sort(Comparator.comparingDouble(Guess::score).reversed().thenComparing(Guess::text));
    List<Guess> guesses = new ArrayList<>();
    int least = known ? FAR_MORE * (1 + vocabulary.use(word.text())) : 0;
    for (Guess guess : close.subList(0, Math.min(CLOSEST, close.size()))) {
      String stem = SpeltWord.of(guess.text()).getFirst().stem();
      int together = context.isEmpty() ? 0 : together(stem, context);
      if (!known || (together > 0 && vocabulary.use(guess.text()) >= least)) {
        double score = guess.score() + CONTEXT * Math.log1p(together);
        guesses.add(new Guess(guess.text(), score));
      }
    }
    return guesses;
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
        int both =
            searcher.count(
                new PhraseQuery(
                    ProductSchema.EVERYTHING, halves.getFirst().stem(), halves.getLast().stem()));
        double score = USE * Math.log1p(3.0 * both) - SLIP * MISSING_BLANK;
        if (both > 0 && (best.isEmpty() || score > best.get().score())) {
          best = Optional.of(new Guess(apart, score));
        }
      }
    }
    return best;
  }
}
