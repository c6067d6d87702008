package dev.kindred.indexer.catalog;

import dev.kindred.model.Product;

/**
 * A product as one view of the catalogue has it. An answer is put in order by what is quick to get;
 * the whole product is read when somebody asks for it, as long as the view is open.
 */
public interface CatalogEntry {

  /** The product's id. */
  String id();

  /** The product's number in the store. */
  int number();

  /** What the shop says of the product besides what it is. */
  ShopFacts facts();

  /** The product as it was when the index last saw it. */
  Product product();
}
