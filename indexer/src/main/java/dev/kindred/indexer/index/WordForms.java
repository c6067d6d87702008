package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What counts as an occurrence of each of a query's words: the word itself, its parts side by side,
 * one word with a neighbour or two words instead of one where titles write it so, and the shop's
 * synonyms. The best of these that a product has makes the word's score.
 */
final class WordForms {
  private static final float SYNONYM = 0.9f;
  /* Two words are rarer than one; they must not outdo the usual spelling by that. */
  private static final float RARER_SPELLING = 0.5f;
  private static final int SHORTEST_HALF = 3;

  private final ProductSearcher searcher;
  private final IndexReader reader;
  private final List<QueryText.Word> words;
  /* The forms of each word besides itself: one or more terms that stand side by side. */
  private final List<List<Form>> forms = new ArrayList<>();
  private final LanguageForms languages;
  private final List<List<LanguageForms.Found>> inLanguages = new ArrayList<>();
  private final List<Boolean> stops = new ArrayList<>();

  /** Terms that stand side by side, and how much such an occurrence counts. */
  record Form(List<String> terms, float weight) {}

  WordForms(ProductSearcher searcher, List<QueryText.Word> words, Wording wording)
      throws IOException {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    this.words = words;
    this.languages = searcher.languages();
    for (int i = 0; i < words.size(); i++) {
      QueryText.Word word = words.get(i);
      String typed = QueryText.folded(wording.text().substring(word.start(), word.end()));
      forms.add(forms(i, wording));
      inLanguages.add(word.parts().isEmpty() ? languages.of(typed, wording.language()) : List.of());
      stops.add(word.stop() || languages.isStop(typed, wording));
    }
    if (!stops.contains(false)) {
      stops.replaceAll(stop -> false);
    }
  }

  /** Whether the query may miss the i-th word. */
  boolean stop(int i) {
    return stops.get(i);
  }

  /** Matches products with the i-th word in a field. */
  Query in(String field, int i) {
    List<Query> queries = new ArrayList<>();
    queries.add(new TermQuery(new Term(field, words.get(i).term())));
    for (Form form : forms.get(i)) {
      Query query = query(field, form.terms());
      queries.add(form.weight() == 1 ? query : new BoostQuery(query, form.weight()));
    }
    queries.addAll(languages.in(field, inLanguages.get(i)));
    return queries.size() == 1 ? queries.getFirst() : new DisjunctionMaxQuery(queries, 0);
  }

  /**
   * What counts as the i-th word: itself, then the others, each as terms that stand side by side.
   */
  List<List<String>> ways(int i) {
    List<List<String>> ways = new ArrayList<>();
    ways.add(List.of(words.get(i).term()));
    forms.get(i).forEach(form -> ways.add(form.terms()));
    return ways;
  }

  private static Query query(String field, List<String> terms) {
    return terms.size() == 1
        ? new TermQuery(new Term(field, terms.getFirst()))
        : new PhraseQuery(field, terms.toArray(String[]::new));
  }

  private List<Form> forms(int i, Wording wording) throws IOException {
    QueryText.Word word = words.get(i);
    List<Form> found = new ArrayList<>();
    if (!word.parts().isEmpty()) {
      found.add(new Form(word.parts(), 1));
    } else {
      searcher.halves(word.term(), () -> apart(word.term())).ifPresent(found::add);
    }
    if (i > 0) {
      joined(words.get(i - 1), word).ifPresent(found::add);
    }
    if (i + 1 < words.size()) {
      joined(word, words.get(i + 1)).ifPresent(found::add);
    }
    for (Wording.Alternative other : wording.alternatives()) {
      if (other.start() <= word.start() && word.end() <= other.end()) {
        found.add(synonym(other));
      }
    }
    return found;
  }

  /** Each word of a stretch gets its share of what stands in for the stretch. */
  private Form synonym(Wording.Alternative other) {
    long replaced =
        words.stream().filter(w -> other.start() <= w.start() && w.end() <= other.end()).count();
    List<String> terms = new ArrayList<>();
    for (QueryText.Word word : QueryText.of(other.words()).words()) {
      if (word.parts().isEmpty()) {
        terms.add(word.term());
      } else {
        terms.addAll(word.parts());
      }
    }
    return new Form(terms, SYNONYM / replaced);
  }

  private Optional<Form> joined(QueryText.Word first, QueryText.Word second) throws IOException {
    if (first.stop() || second.stop()) {
      return Optional.empty();
    }
    String both = first.term() + second.term();
    return titles(both) > 0 ? Optional.of(new Form(List.of(both), 1)) : Optional.empty();
  }

  private int titles(String term) throws IOException {
    return reader.docFreq(new Term(ProductSchema.TITLE, term));
  }

  /** A compound in two words, as it stands in the most titles. */
  private Optional<Form> apart(String whole) throws IOException {
    Optional<Form> best = Optional.empty();
    int most = 0;
    for (int i = SHORTEST_HALF; i <= whole.length() - SHORTEST_HALF; i++) {
      List<String> halves = List.of(whole.substring(0, i), whole.substring(i));
      if (titles(halves.getFirst()) > most && titles(halves.getLast()) > most) {
        int both = searcher.count(query(ProductSchema.TITLE, halves));
        if (both > most) {
          most = both;
          best = Optional.of(new Form(halves, titles(whole) > both ? RARER_SPELLING : 1));
        }
      }
    }
    return best;
  }
}
