package dev.kindred.indexer.store;

import dev.kindred.model.EventType;

/**
 * The little of an event that counting needs: what was done to which product, and when.
 *
 * @param productKey short name of the product's id in this store, from 1 up, also of products that
 *     are not in the catalogue; see {@link Store#productKeys}
 */
public record Touch(long sequence, EventType type, int productKey, long timeMillis) {}
