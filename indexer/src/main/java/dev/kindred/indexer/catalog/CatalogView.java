package dev.kindred.indexer.catalog;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The catalogue and its factors at one moment: everything that answers one request comes from one
 * view, so that no answer mixes generations or states of the index.
 */
public interface CatalogView extends AutoCloseable {

  /**
   * The products that match, best first by the request's ranking.
   *
   * @throws UnknownFieldException if a sort or facet names a field that cannot be sorted or counted
   */
  Retrieved retrieve(Retrieval request);

  /** A product by its id. */
  Optional<Product> product(String id);

  /** Products by their ids; ids that are not there are left out. */
  Map<String, Product> products(Collection<String> ids);

  /** A product's factor in this view's generation, or empty if it has none. */
  Optional<float[]> factor(String id);

  /** A product's factor by its number, quicker than by id; a copy. */
  Optional<float[]> factor(int number);

  /** Cosine of two products' factors by their numbers, -1 to 1; 0 if either has none. */
  double likeness(int number, int other);

  /** A product's number in the store, or empty if it is not there. */
  OptionalInt number(String id);

  /** Products of kinds that people buy again, as far as training knew them. */
  ProductNumbers boughtAgain();

  /** Generation of the factors, 0 when nothing was trained. */
  int generation();

  /** How many products there are. */
  long size();

  /**
   * The query as it was probably meant, spelt in the catalogue's own words; empty if it can stay as
   * it is. Words in quotes, codes and numbers stay.
   *
   * @param spoken the language that the query is in, if somebody said so
   * @param language says whether a word, in small letters, is a common one of the customers'
   *     language; such a word is hardly ever replaced, even if no product has it
   */
  Optional<String> corrected(
      String query, Optional<QueryLanguage> spoken, Predicate<String> language);

  /** How a product has the words of a query, in their order; none if it has none. */
  List<WordMatch> wordMatches(Wording wording, Product product);

  /**
   * Why products cannot be filtered so: a field that no product has, or values of a kind that it
   * does not have; empty if they can.
   */
  Optional<String> refusal(Filter filter);

  /** Whether a text as a whole is the brand of some product, in capital or small letters. */
  boolean isBrand(String text);

  /** Titles, brands and categories that begin as the text does, best first. */
  List<Completion> complete(String prefix, int limit);

  /**
   * The places in a product's title and description where the query's words or synonyms stand.
   *
   * @return field name to the field's text in pieces
   */
  Map<String, List<Fragment>> highlight(Wording wording, Product product);

  @Override
  void close();
}
