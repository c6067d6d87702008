package dev.kindred.indexer.store;

import dev.kindred.model.Product;

/**
 * A product with what the store knows of it.
 *
 * @param number from 0 up, given once to an id and never to another; the row of factor tables
 * @param sequence of its last change
 */
public record StoredProduct(Product product, int number, long sequence) {}
