package dev.kindred.indexer.index;

import dev.kindred.analyzers.Language;
import dev.kindred.analyzers.ProductLanguages;
import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.indexer.catalog.Wording;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Other forms of a query's word in the languages of the catalogue, from the catalogue's own words:
 * those that share its stem, compounds that begin or end with it, and its own parts if it is a
 * compound. Forms of a language count in products of that language only, so that a query need not
 * say which language it is in.
 *
 * <p>A language counts from one product in {@value #ONE_IN} on, or if somebody said that the query
 * is in it: fewer are mostly names that look foreign, and looking for forms takes time.
 *
 * <p>A compound is taken for one if what is left of it is itself a word of the catalogue, or long
 * enough to be one: {@code Lederhandschuhe} has {@code handschuhe}, but {@code Handschuhe} has
 * {@code schuhe} only if some product has {@code hand}.
 */
final class LanguageForms {
  private static final float COMPOUND = 0.9f;
  private static final float DOUBTFUL = 0.7f;
  private static final float BEGINNING = 0.5f;
  private static final float PARTS = 0.8f;
  private static final int SHORTEST = 3;
  private static final int SHORTEST_IN_COMPOUND = 4;
  private static final int SHORTEST_UNKNOWN = 5;
  /* Stemmers change no more than the last letters of what they leave. */
  private static final int CHANGED = 2;
  private static final int MOST_FORMS = 40;
  private static final int ONE_IN = 100;
  private static final int MOST_SEEN = 2_000;
  private static final int MOST_WORDS = 20_000;

  private final IndexSearcher searcher;
  private final IndexReader reader;
  /* The languages that count, with the number of products. */
  private final Map<Language, Integer> languages = new LinkedHashMap<>();
  private final Optional<Language> usual;
  private final Remembered<String, List<Found>> known = Remembered.count(MOST_WORDS);

  LanguageForms(IndexSearcher searcher) throws IOException {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader();
    int english = products("en");
    int most = english;
    Optional<Language> main = Optional.empty();
    for (Language language : Language.values()) {
      int count = products(language.code());
      if (count > 0 && (long) count * ONE_IN >= reader.numDocs()) {
        languages.put(language, count);
      }
      if (count > most) {
        most = count;
        main = Optional.of(language);
      }
    }
    this.usual = main;
  }

  private int products(String language) throws IOException {
    return reader.docFreq(new Term(ProductSchema.LANGUAGE, language));
  }

  /** Whether a word of a query says little in the language that it is in. */
  boolean isStop(String word, Wording query) {
    if (query.language().isPresent()) {
      return query.language().get().stemmed().filter(l -> l.isStop(word)).isPresent();
    }
    Predicate<Language> says =
        language ->
            isUsual(language)
                || ProductLanguages.of(query.text().replace(word, " ")).contains(language.code());
    return languages.keySet().stream()
        .anyMatch(language -> language.isStop(word) && says.test(language));
  }

  /**
   * What else of a word may stand in a field.
   *
   * @param word as typed, in small letters without accents
   * @param spoken the language that the query is in, if somebody said so; then no other counts, and
   *     this one however few products are in it
   */
  List<Found> of(String word, Optional<QueryLanguage> spoken) throws IOException {
    if (word.length() < SHORTEST || !isPlain(word)) {
      return List.of();
    }
    if (spoken.isPresent()) {
      Optional<Language> only = spoken.get().stemmed();
      return only.isEmpty()
          ? List.of()
          : known.get(spoken.get().code() + ' ' + word, () -> found(word, Set.of(only.get())));
    }
    return languages.isEmpty() ? List.of() : known.get(word, () -> found(word, languages.keySet()));
  }

  private List<Found> found(String word, Set<Language> in) throws IOException {
    List<Found> found = new ArrayList<>();
    for (Language language : in) {
      Map<String, Float> single = weights(inflected(word, language));
      if (language.writesCompounds() && word.length() >= SHORTEST_IN_COMPOUND) {
        compounds(word, language, single);
      }
      Optional<List<Collection<String>>> parts =
          language.writesCompounds() ? parts(word, language) : Optional.empty();
      single.remove(word);
      if (!single.isEmpty() || parts.isPresent()) {
        found.add(new Found(language, word, single, parts));
      }
    }
    return found;
  }

  /**
   * Forms of a word in one language.
   *
   * @param single terms with their weights
   * @param parts forms of the word's beginning and of its end, if it is a compound
   */
  record Found(
      Language language,
      String word,
      Map<String, Float> single,
      Optional<List<Collection<String>>> parts) {

    /**
     * Matches products of the language that have a form in a field.
     *
     * @param usual whether products of which nobody knows the language count
     */
    Query in(String field, boolean usual) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      if (!single.isEmpty()) {
        SynonymQuery.Builder terms = new SynonymQuery.Builder(field);
        terms.addTerm(new Term(field, word));
        single.forEach((term, weight) -> terms.addTerm(new Term(field, term), weight));
        any.add(terms.build(), Occur.SHOULD);
      }
      parts.ifPresent(both -> {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (Collection<String> one : both) {
          SynonymQuery.Builder terms = new SynonymQuery.Builder(field);
          one.forEach(term -> terms.addTerm(new Term(field, term)));
          all.add(terms.build(), Occur.MUST);
        }
        any.add(new BoostQuery(all.build(), PARTS / both.size()), Occur.SHOULD);
      });
      BooleanQuery.Builder spoken = new BooleanQuery.Builder();
      spoken.add(language(language.code()), Occur.SHOULD);
      if (usual) {
        spoken.add(language(ProductSchema.NO_LANGUAGE), Occur.SHOULD);
      }
      return new BooleanQuery.Builder()
          .add(any.build(), Occur.MUST)
          .add(spoken.build(), Occur.FILTER)
          .build();
    }

    private static Query language(String code) {
      return new TermQuery(new Term(ProductSchema.LANGUAGE, code));
    }
  }

  /** Queries for the forms of a word in a field. */
  List<Query> in(String field, List<Found> found) {
    return found.stream().map(one -> one.in(field, isUsual(one.language()))).toList();
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** Words of the catalogue with the same stem, the most used first. */
  private List<String> inflected(String word, Language language) throws IOException {
    String stem = language.stem(word);
    String prefix =
        stem.substring(0, Math.max(Math.min(SHORTEST, stem.length()), stem.length() - CHANGED));
    return words(
        ProductSchema.EVERYTHING,
        prefix,
        term -> isPlain(term) && language.stem(term).equals(stem));
  }

  private void compounds(String word, Language language, Map<String, Float> found)
      throws IOException {
    Map<String, Integer> ends = new HashMap<>();
    String stem = language.stem(word);
    ends.put(word, 0);
    ends.put(stem, 0);
    language.endings().forEach(ending -> ends.put(stem + ending, 0));
    for (String end : ends.keySet()) {
      String reversed = reversed(end);
      List<String> terms =
          words(ProductSchema.LONG_REVERSED, reversed, term -> term.length() > end.length());
      for (String term : terms) {
        String compound = reversed(term);
        String head = compound.substring(0, compound.length() - end.length());
        weight(head, compound, language).ifPresent(weight -> put(found, compound, weight));
      }
    }
    List<String> longer =
        words(ProductSchema.EVERYTHING, stem, term -> isPlain(term) && !found.containsKey(term));
    for (String term : longer) {
      for (String join : joins(language)) {
        if (term.startsWith(stem + join)) {
          String tail = term.substring(stem.length() + join.length());
          if (tail.length() >= SHORTEST_IN_COMPOUND && isKnown(tail, language)) {
            put(found, term, BEGINNING);
          }
        }
      }
    }
  }

  /* The index has the forms that the English stemmer leaves. */
  private static void put(Map<String, Float> found, String surface, float weight) {
    if (found.size() < MOST_FORMS) {
      for (QueryText.Word word : QueryText.of(surface).words()) {
        found.merge(word.term(), weight, Math::max);
      }
    }
  }

  private Optional<Float> weight(String head, String compound, Language language)
      throws IOException {
    for (String join : joins(language)) {
      if (head.endsWith(join)
          && head.length() - join.length() >= SHORTEST
          && isKnown(head.substring(0, head.length() - join.length()), language)) {
        return Optional.of(COMPOUND);
      }
    }
    if (head.length() < SHORTEST_UNKNOWN) {
      return Optional.empty();
    }
    for (int i = SHORTEST; i < head.length(); i++) {
      // Another word of the catalogue is its end, and reaches further.
      if (isKnown(compound.substring(i), language)) {
        return Optional.empty();
      }
    }
    return Optional.of(DOUBTFUL);
  }

  private static List<String> joins(Language language) {
    List<String> joins = new ArrayList<>(language.endings());
    joins.addFirst("");
    return joins;
  }

  private boolean isKnown(String word, Language language) throws IOException {
    if (word.length() < SHORTEST || language.isStop(word)) {
      return false;
    }
    List<String> forms = inflected(word, language);
    return !forms.isEmpty()
        && searcher.count(
                new Found(language, word, weights(forms), Optional.empty())
                    .in(ProductSchema.EVERYTHING, isUsual(language)))
            > 0;
  }

  private static Map<String, Float> weights(List<String> forms) {
    Map<String, Float> weights = new TreeMap<>();
    forms.forEach(form -> weights.put(form, 1f));
    return weights;
  }

  private boolean isUsual(Language language) {
    return usual.filter(language::equals).isPresent();
  }

  /** The two words that a compound consists of, each in all its forms. */
  private Optional<List<Collection<String>>> parts(String word, Language language)
      throws IOException {
    for (int i = SHORTEST_IN_COMPOUND; i <= word.length() - SHORTEST_IN_COMPOUND; i++) {
      String tail = word.substring(i);
      if (tail.length() >= SHORTEST_IN_COMPOUND && isKnown(tail, language)) {
        for (String join : joins(language)) {
          String head = word.substring(0, i);
          if (head.endsWith(join) && head.length() - join.length() >= SHORTEST) {
            String bare = head.substring(0, head.length() - join.length());
            if (isKnown(bare, language)) {
              return Optional.of(List.of(inflected(bare, language), inflected(tail, language)));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<String> words(String field, String prefix, Predicate<String> wanted)
      throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    BytesRef from = new BytesRef(prefix);
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        int seen = 0;
        boolean more = each.seekCeil(from) != TermsEnum.SeekStatus.END;
        while (more && seen++ < MOST_SEEN) {
          String term = each.term().utf8ToString();
          more = term.startsWith(prefix);
          if (more && wanted.test(term)) {
            counts.merge(term, each.docFreq(), Integer::sum);
          }
          more = more && each.next() != null;
        }
      }
    }
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_FORMS)
        .map(Map.Entry::getKey)
        .toList();
  }

  static String reversed(String word) {
    return new StringBuilder(word).reverse().toString();
  }
}
