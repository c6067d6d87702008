package dev.kindred.indexer.store;

import dev.kindred.model.EventType;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * The little of an event that a person's taste needs: what they did to which product, and when.
 *
 * @param number of the product, see {@link StoredProduct}
 * @param quantity 1 or more
 * @param value stars of a rating, money of a purchase
 */
public record Engagement(
    int number, EventType type, int quantity, OptionalDouble value, Instant time) {}
