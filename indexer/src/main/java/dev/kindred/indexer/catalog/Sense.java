package dev.kindred.indexer.catalog;

import dev.kindred.analyzers.embedding.ByteVector;

/**
 * What a query means: products whose text means nearly the same match it too.
 *
 * @param vector of the query's text
 * @param fusion makes one score of words and meaning
 */
public record Sense(ByteVector vector, Fusion fusion) {}
