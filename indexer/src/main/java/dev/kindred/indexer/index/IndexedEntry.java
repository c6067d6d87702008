package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.CatalogEntry;
import dev.kindred.indexer.catalog.ShopFacts;
import dev.kindred.model.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A document of one reader as an entry of the catalogue. For one thread at a time. */
final class IndexedEntry implements CatalogEntry {
  private final ProductReader products;
  private final int document;
  private final int number;
  private @Nullable String id;
  private @Nullable Product product;

  IndexedEntry(ProductReader products, int document) throws IOException {
    this.products = products;
    this.document = document;
    this.number = products.number(document);
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public String id() {
    String known = id;
    if (known == null) {
      try {
        known = products.id(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      id = known;
    }
    return known;
  }

  @Override
  public ShopFacts facts() {
    try {
      return products.facts(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Product product() {
    Product known = product;
    if (known == null) {
      try {
        known = products.product(document);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      product = known;
    }
    return known;
  }
}
