package dev.kindred.indexer.store;

import dev.kindred.model.Review;
import java.util.Optional;

/**
 * The latest state of a review that changed.
 *
 * @param sequence of its last change
 * @param review empty when it was deleted
 */
public record ReviewChange(long sequence, String id, String product, Optional<Review> review) {}
