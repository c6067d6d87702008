package dev.kindred.indexer.index;

import dev.kindred.analyzers.ProductAnalyzer;
import dev.kindred.analyzers.ProductTokenizer;
import dev.kindred.analyzers.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * How a query's words score together.
 *
 * <p>The score is that of the words in the title or in all text, whichever is higher, plus a part
 * of the other, plus a part for words that are neighbours in the title or elsewhere too, plus a
 * little for words in the title exactly as typed and for words that name an attribute.
 */
final class WordScoring implements WordCoverage.Scoring {
  static final float OTHER_FIELD = 0.5f;
  static final float STOP_WORD = 0.2f;
  private static final float AS_TYPED = 0.05f;
  private static final float NEIGHBOURS = 0.5f;
  private static final float NEIGHBOURS_ANYWHERE = 0.4f;
  private static final float NAMES = 0.1f;
  private static final ProductAnalyzer TYPED = ProductAnalyzer.exact();

  private final String text;
  private final List<QueryText.Word> words;
  private final WordForms forms;
  /* The words that products should have: all but stop words. */
  private final List<Integer> telling = new ArrayList<>();

  WordScoring(String text, List<QueryText.Word> words, WordForms forms) {
    this.text = text;
    this.words = words;
    this.forms = forms;
    for (int i = 0; i < words.size(); i++) {
      if (!forms.stop(i)) {
        telling.add(i);
      }
    }
  }

  /** A query for each word that products should have. */
  List<Query> needed() {
    return telling.stream().map(i -> forms.in(ProductSchema.EVERYTHING, i)).toList();
  }

  /** The n-th of the words that products should have, as it was typed. */
  String typed(int n) {
    QueryText.Word word = words.get(telling.get(n));
    return text.substring(word.start(), word.end());
  }

  /** Finds and scores what any of the words finds. */
  Query all() {
    return scored(i -> true);
  }

  @Override
  public Query of(long needed) {
    return scored(i -> forms.stop(i) || (needed >>> telling.indexOf(i) & 1) != 0);
  }

  /** Some of the words, by their place in the query. */
  @FunctionalInterface
  private interface Words {
    boolean has(int i);
  }

  private Query scored(Words wanted) {
    BooleanQuery.Builder title = new BooleanQuery.Builder();
    BooleanQuery.Builder everything = new BooleanQuery.Builder();
    BooleanQuery.Builder names = new BooleanQuery.Builder();
    for (int i = 0; i < words.size(); i++) {
      boolean stop = forms.stop(i);
      if (wanted.has(i)) {
        title.add(weighted(forms.in(ProductSchema.TITLE, i), stop), Occur.SHOULD);
        everything.add(weighted(forms.in(ProductSchema.EVERYTHING, i), stop), Occur.SHOULD);
      }
      // Names of attributes are not among all text.
      if (!stop) {
        names.add(forms.in(ProductSchema.ATTRIBUTE_NAMES, i), Occur.SHOULD);
      }
    }
    Query best = new DisjunctionMaxQuery(List.of(title.build(), everything.build()), OTHER_FIELD);
    BooleanQuery.Builder scored =
        new BooleanQuery.Builder()
            .add(best, Occur.MUST)
            .add(new BoostQuery(names.build(), NAMES), Occur.SHOULD)
            .add(new BoostQuery(asTyped(text), AS_TYPED), Occur.SHOULD);
    neighbours(ProductSchema.TITLE, wanted)
        .forEach(pair -> scored.add(new BoostQuery(pair, NEIGHBOURS), Occur.SHOULD));
    neighbours(ProductSchema.EVERYTHING, wanted)
        .forEach(pair -> scored.add(new BoostQuery(pair, NEIGHBOURS_ANYWHERE), Occur.SHOULD));
    return scored.build();
  }

  /** Plain words that stand side by side in the query and in a field. */
  private List<Query> neighbours(String field, Words wanted) {
    List<Query> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      QueryText.Word first = words.get(i);
      QueryText.Word second = words.get(i + 1);
      boolean plain = first.parts().isEmpty() && second.parts().isEmpty();
      if (plain && wanted.has(i) && wanted.has(i + 1)) {
        pairs.add(new PhraseQuery(field, first.term(), second.term()));
      }
    }
    return pairs;
  }

  private static Query weighted(Query word, boolean stop) {
    return stop ? new BoostQuery(word, STOP_WORD) : word;
  }

  private static Query asTyped(String text) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    List<Term> terms = new ArrayList<>();
    Tokens.visit(
        TYPED,
        text,
        (term, kind, start, end) -> {
          if (!kind.equals(ProductTokenizer.PART)) {
            terms.add(new Term(ProductSchema.TITLE_EXACT, term));
          }
        });
    terms.stream()
        .distinct()
        .limit(QueryText.MOST_WORDS)
        .forEach(term -> words.add(new TermQuery(term), Occur.SHOULD));
    return words.build();
  }
}
