package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogEntry;
import dev.kindred.indexer.catalog.ShopFacts;
import dev.kindred.model.Product;

/** An entry of a catalogue that is not there. */
record LoadedEntry(Product product, int number) implements CatalogEntry {

  /** A candidate without any signal. */
  static Candidate candidate(Product product, int number) {
    return new Candidate(new LoadedEntry(product, number), false, 0, 0, 0, 0, 0, 1);
  }

  @Override
  public String id() {
    return product.id();
  }

  @Override
  public ShopFacts facts() {
    return ShopFacts.of(product);
  }
}
