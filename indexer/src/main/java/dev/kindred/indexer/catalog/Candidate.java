package dev.kindred.indexer.catalog;

import dev.kindred.model.Product;

/**
 * A product that a retriever found, with its raw signals.
 *
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
    CatalogEntry entry,
    boolean exact,
    float lexical,
    float semantic,
    float kinship,
    float affinity,
    float popularity,
    int variants) {

  /** The product's id. */
  public String id() {
    return entry.id();
  }

  /** The product's number in the store. */
  public int number() {
    return entry.number();
  }

  /** The product, see {@link CatalogEntry#product}. */
  public Product product() {
    return entry.product();
  }

  /** The same with another kinship. */
  public Candidate ofKinship(float other) {
    return new Candidate(entry, exact, lexical, semantic, other, affinity, popularity, variants);
  }
}
