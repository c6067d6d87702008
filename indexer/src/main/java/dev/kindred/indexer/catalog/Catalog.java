package dev.kindred.indexer.catalog;

/** The products as they can be found now. */
public interface Catalog extends AutoCloseable {

  /** The catalogue at this moment; close it when the request is answered. */
  CatalogView view();

  @Override
  void close();
}
