package dev.kindred.indexer.catalog;

import dev.kindred.model.Product;

/**
 * A product that a retriever found, with its raw signals.
 *
 * @param product as it was when the index last saw it
 * @param number the product's number in the store
 * @param exact whether the whole query is the product's id, code or title
 * @param lexical text match score, at least 0; 0 without text
 * @param semantic share of meaning as of {@link Fusion}, 0 to 1; 0 without a sense
 * @param kinship how near the product's kind (categories, names of attributes) is to that of the
 *     best matches, 0 to 1; 0 without text
 * @param affinity inner product or cosine with the request's factor; 0 without one
 * @param popularity recent events as a share of the most wanted product's, 0 to 1
 * @param variants how many products the group has that this one stands for, 1 if not collapsed
 */
public record Candidate(
    Product product,
    int number,
    boolean exact,
    float lexical,
    float semantic,
    float kinship,
    float affinity,
    float popularity,
    int variants) {

  /** The same with another kinship. */
  public Candidate ofKinship(float other) {
    return new Candidate(
        product, number, exact, lexical, semantic, other, affinity, popularity, variants);
  }
}
