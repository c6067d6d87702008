package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.meaning.Meaning;
import dev.kindred.indexer.meaning.TextVectors;
import dev.kindred.indexer.meaning.WordsAsVectors;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A store with an index that follows it, in a folder of a test. */
final class Fixture implements AutoCloseable {
  private static final Duration LONG = Duration.ofSeconds(30);

  final Store store;
  final Optional<Meaning> meaning;
  final TextVectors vectors;
  final LuceneCatalog catalog;

  Fixture(Path folder) {
    this(folder, Popularity.NONE);
  }

  Fixture(Path folder, Popularity popularity) {
    this(folder, popularity, FactorPlan.MEASURED);
  }

  Fixture(Path folder, Popularity popularity, FactorPlan plan) {
    this(folder, popularity, plan, false);
  }

  private Fixture(Path folder, Popularity popularity, FactorPlan plan, boolean meant) {
    store = SqliteStore.open(folder.resolve("kindred.db"));
    meaning =
        meant
            ? Optional.of(Meaning.open(WordsAsVectors::new, store, folder.resolve("vectors")))
            : Optional.empty();
    vectors = meaning.map(Meaning::vectors).orElseGet(TextVectors::new);
    catalog =
        LuceneCatalog.open(
            folder.resolve("index"), store, vectors, popularity, Duration.ofSeconds(5), plan);
    settle();
  }

  /** The same with vectors of meaning, of {@link WordsAsVectors}. */
  static Fixture withMeaning(Path folder) {
    return new Fixture(folder, Popularity.NONE, FactorPlan.MEASURED, true);
  }

  /** Writes products and waits until they can be found. */
  Fixture put(Collection<Product> products) {
    List<Change> changes = new ArrayList<>();
    products.forEach(p -> changes.add(new Change.PutProduct(p)));
    store.apply(changes);
    meaning.ifPresent(Meaning::wake);
    return settle();
  }

  Fixture put(Product... products) {
    return put(List.of(products));
  }

  Fixture delete(String id) {
    store.apply(List.of(new Change.DeleteProduct(id)));
    meaning.ifPresent(Meaning::wake);
    return settle();
  }

  /** Waits until everything in the store can be found. */
  Fixture settle() {
    try {
      if (!catalog.awaitVisible(store.sequence(), LONG)) {
        throw new IllegalStateException("not visible after " + LONG + ": " + catalog.trouble());
      }
      if (meaning.isPresent() && !meaning.get().await(store.sequence(), LONG)) {
        throw new IllegalStateException("no vectors after " + LONG);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  <T> T view(Function<CatalogView, T> question) {
    try (CatalogView view = catalog.view()) {
      return question.apply(view);
    }
  }

  /** What a request finds; the products are read while the view is open. */
  Retrieved retrieve(Retrieval request) {
    return view(view -> {
      Retrieved retrieved = view.retrieve(request);
      retrieved.candidates().forEach(Candidate::product);
      return retrieved;
    });
  }

  Retrieved search(String text) {
    return retrieve(Retrieval.all(20).withText(text));
  }

  /** Ids of what a search finds, best first. */
  List<String> found(String text) {
    return ids(search(text));
  }

  static List<String> ids(Retrieved retrieved) {
    return retrieved.candidates().stream().map(Candidate::id).toList();
  }

  @Override
  public void close() {
    catalog.close();
    meaning.ifPresent(Meaning::close);
    store.close();
  }
}
