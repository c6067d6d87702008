package dev.kindred.indexer.index;

import dev.kindred.analyzers.Codes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Turns the words of a query into a scored query over the text fields. */
final class TextQueries {
  static final Map<String, Float> FIELDS =
      Map.of(
          ProductSchema.TITLE, 3f,
          ProductSchema.BRAND, 2f,
          ProductSchema.CATEGORY, 2f,
          ProductSchema.DESCRIPTION, 1f,
          ProductSchema.ATTRIBUTE, 1f);

  private static final float EXACT = 20;

  private final IndexSearcher searcher;

  TextQueries(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The term in {@link ProductSchema#EXACT} that a query is as a whole; empty if it has none. */
  static Optional<Term> exact(String text) {
    return Optional.of(Codes.normalised(text))
        .filter(code -> !code.isEmpty())
        .map(code -> new Term(ProductSchema.EXACT, code));
  }

  /** Products that contain the words, as many of them as can be matched. */
  Query query(String text) throws IOException {
    List<Query> parts = new ArrayList<>();
    words(QueryText.of(text)).ifPresent(parts::add);
    exact(text)
        .ifPresent(
            term -> parts.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), EXACT)));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    parts.forEach(p -> any.add(p, Occur.SHOULD));
    return parts.isEmpty() ? new MatchNoDocsQuery("no words") : any.build();
  }

  /** One word's clause, and how much it tells. */
  private record Clause(Query query, int frequency) {}

  private Optional<Query> words(QueryText text) throws IOException {
    List<Clause> required = new ArrayList<>();
    List<Query> optional = new ArrayList<>();
    for (int i = 0; i < text.words().size(); i++) {
      QueryText.Word word = text.words().get(i);
      Query query = word(text.words(), i);
      if (word.stop()) {
        optional.add(query);
        continue;
      }
      int frequency = searcher.count(query);
      if (frequency > 0) {
        required.add(new Clause(query, frequency));
      }
    }
    if (required.isEmpty()) {
      return Optional.empty();
    }
    required.sort(Comparator.comparingInt(Clause::frequency));
    for (int must = required.size(); must > 1; must--) {
      Query query = combined(required, must, optional);
      if (matchesAny(query)) {
        return Optional.of(query);
      }
    }
    return Optional.of(combined(required, 1, optional));
  }

  private static Query combined(List<Clause> required, int must, List<Query> optional) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    required.forEach(c -> words.add(c.query, Occur.SHOULD));
    words.setMinimumNumberShouldMatch(must);
    if (optional.isEmpty()) {
      return words.build();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words.build(), Occur.MUST);
    optional.forEach(q -> all.add(q, Occur.SHOULD));
    return all.build();
  }

  private boolean matchesAny(Query query) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        DocIdSetIterator docs = scorer.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
          if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** A word, its parts side by side, or joined with its neighbour where the catalogue does so. */
  private Query word(List<QueryText.Word> words, int i) throws IOException {
    QueryText.Word word = words.get(i);
    List<Query> forms = new ArrayList<>();
    forms.add(anywhere(word.term()));
    if (!word.parts().isEmpty()) {
      FIELDS.keySet().stream()
          .sorted()
          .forEach(f -> forms.add(new PhraseQuery(f, word.parts().toArray(String[]::new))));
    }
    if (i > 0) {
      joined(words.get(i - 1), word).ifPresent(forms::add);
    }
    if (i + 1 < words.size()) {
      joined(word, words.get(i + 1)).ifPresent(forms::add);
    }
    return forms.size() == 1 ? forms.getFirst() : new DisjunctionMaxQuery(forms, 0);
  }

  private Optional<Query> joined(QueryText.Word first, QueryText.Word second) throws IOException {
    if (first.stop() || second.stop()) {
      return Optional.empty();
    }
    String both = first.term() + second.term();
    int titles = searcher.getIndexReader().docFreq(new Term(ProductSchema.TITLE, both));
    return titles > 0 ? Optional.of(anywhere(both)) : Optional.empty();
  }

  private static Query anywhere(String term) {
    CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
    FIELDS.forEach(query::addField);
    return query.build();
  }
}
