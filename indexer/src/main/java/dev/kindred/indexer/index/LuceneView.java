package dev.kindred.indexer.index;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Completion;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.model.Product;
import dev.kindred.model.filter.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;

/** The catalogue as one Lucene searcher and one generation's factors show it. */
final class LuceneView implements CatalogView {
  private final ProductIndex.Lease lease;
  private final ProductSearcher searcher;
  private final ServingFactors factors;
  private final Popularity popularity;
  private final KnownFields fields;
  private final ProductReader products;
  private final Retriever retriever;

  LuceneView(
      ProductIndex.Lease lease,
      ServedFactors served,
      TextVectors vectors,
      Popularity popularity,
      Function<String, List<String>> likedAspects,
      ProductCache cache) {
    this.lease = lease;
    this.searcher = lease.searcher();
    this.factors = served.factors();
    this.popularity = popularity;
    this.fields = new KnownFields(searcher.getIndexReader());
    this.products = new ProductReader(searcher, cache);
    this.retriever =
        new Retriever(searcher, served, vectors, popularity, likedAspects, fields, products);
  }

  @Override
  public Retrieved retrieve(Retrieval request) {
    try {
      return retriever.retrieve(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Product> product(String id) {
    try {
      OptionalInt document = products.document(id);
      return document.isPresent()
          ? Optional.of(products.product(document.getAsInt()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, Product> products(Collection<String> ids) {
    Map<String, Product> found = new LinkedHashMap<>();
    ids.forEach(id -> product(id).ifPresent(p -> found.put(id, p)));
    return found;
  }

  @Override
  public Optional<float[]> factor(String id) {
    OptionalInt number = number(id);
    return number.isPresent() ? factor(number.getAsInt()) : Optional.empty();
  }

  @Override
  public Optional<float[]> factor(int number) {
    return factors.of(number);
  }

  @Override
  public ProductNumbers boughtAgain() {
    return factors.boughtAgain();
  }

  @Override
  public OptionalInt number(String id) {
    try {
      OptionalInt document = products.document(id);
      return document.isPresent()
          ? OptionalInt.of(products.number(document.getAsInt()))
          : OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double likeness(int number, int other) {
    return factors.cosine(number, other);
  }

  @Override
  public int generation() {
    return factors.generation();
  }

  @Override
  public long size() {
    return searcher.getIndexReader().numDocs();
  }

  @Override
  public Optional<String> corrected(
      String query, Optional<QueryLanguage> spoken, Predicate<String> language) {
    try {
      return new QuerySpelling(searcher, SearchedWords.NONE, spoken, language).corrected(query);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<String> refusal(Filter filter) {
    try {
      new FilterQueries(fields).query(filter);
      return Optional.empty();
    } catch (UnknownFieldException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public boolean isBrand(String text) {
    String brand = ProductSchema.term(FieldKind.TEXT, "brand", text);
    try {
      return searcher.getIndexReader().docFreq(new Term(ProductSchema.VALUES, brand)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Completion> complete(String prefix, int limit) {
    try {
      return new Completer(searcher, popularity, products).complete(prefix, limit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Map<String, List<Fragment>> highlight(Wording wording, Product product) {
    return Highlights.of(wording, product);
  }

  @Override
  public List<WordMatch> wordMatches(Wording wording, Product product) {
    try {
      OptionalInt document = products.document(product.id());
      return document.isPresent()
          ? new WordMatches(searcher, wording).of(document.getAsInt(), product)
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lease.close();
  }
}
