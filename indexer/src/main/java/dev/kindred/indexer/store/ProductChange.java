package dev.kindred.indexer.store;

import dev.kindred.model.Product;
import java.util.Optional;

/**
 * The latest state of a product that changed.
 *
 * @param sequence of its last change
 * @param number the id's row in factor tables, see {@link StoredProduct}
 * @param product empty when it was deleted
 */
public record ProductChange(long sequence, String id, int number, Optional<Product> product) {}
