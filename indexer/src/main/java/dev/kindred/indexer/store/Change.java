package dev.kindred.indexer.store;

import dev.kindred.model.Event;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.util.function.UnaryOperator;

/** One thing to write into the store; see {@link Store#apply}. */
public sealed interface Change {

  /** A product as a whole: new, or in place of the one with its id. */
  record PutProduct(Product product) implements Change {}

  /**
   * Some fields of a product that is there.
   *
   * @param edit from the product as stored to the new one with the same id; quick, and free of side
   *     effects because it may be asked more than once; what it throws reaches the caller
   */
  record UpdateProduct(String id, UnaryOperator<Product> edit) implements Change {}

  /** Takes a product away. Its number stays its own, should it come back. */
  record DeleteProduct(String id) implements Change {}

  /** An event. One with an id that is already there changes nothing, whatever else it says. */
  record AddEvent(Event event) implements Change {}

  /** A review: new, or in place of the one with its id. */
  record PutReview(Review review) implements Change {}

  /** Takes a review away. */
  record DeleteReview(String id) implements Change {}

  /**
   * Erases a known user: their events, their reviews, and the events of sessions that were linked
   * to this user and to nobody else. What was written is overwritten on disk.
   */
  record ForgetPerson(String user) implements Change {}

  /**
   * A setting that the shop keeps as data.
   *
   * @param kind of settings, {@code rule} or {@code synonyms}
   */
  record PutDocument(String kind, String id, String json) implements Change {}

  /** Takes a setting away. */
  record DeleteDocument(String kind, String id) implements Change {}
}
