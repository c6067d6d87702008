package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.generation.Generations;
import dev.kindred.indexer.index.LuceneCatalog;
import dev.kindred.indexer.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks whether a data directory is whole: the store itself, and the index against the store. */
final class DirectoryCheck {
  private static final Duration CATCH_UP = Duration.ofSeconds(60);

  private final Generations generations;
  private final Store store;
  private final LuceneCatalog catalog;

  DirectoryCheck(Generations generations, Store store, LuceneCatalog catalog) {
    this.generations = generations;
    this.store = store;
    this.catalog = catalog;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>(store.check());
    catalog.trouble().ifPresent(t -> problems.add("the index cannot follow the store: " + t));
    long sequence = store.sequence();
    if (!isVisible(sequence)) {
      problems.add(
          String.format(
              Locale.ROOT,
              "the index has not caught up: it is at change %d of %d",
              catalog.sequence(),
              sequence));
    } else {
      compareSizes(problems, sequence);
    }
    generations.trouble().ifPresent(problems::add);
    return problems;
  }

  private boolean isVisible(long sequence) {
    try {
      return catalog.awaitVisible(sequence, CATCH_UP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void compareSizes(List<String> problems, long sequence) {
    try (CatalogView view = catalog.view()) {
      long products = store.counts().products();
      if (view.size() != products && store.sequence() == sequence) {
        problems.add(
            String.format(
                Locale.ROOT,
                "the index holds %d products, the store %d; 'reindex' builds it anew",
                view.size(),
                products));
      }
    }
  }
}
