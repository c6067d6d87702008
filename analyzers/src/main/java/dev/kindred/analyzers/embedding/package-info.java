/**
 * The meaning of a text as a vector: sentence models, their tokens, and vectors kept on disk.
 *
 * <p>A text is always embedded alone, never in a batch with others: a quantised model gives a text
 * slightly different vectors in different company, and the same text must have the same vector
 * whenever it is asked for. No product, index or query is known here.
 */
@NullMarked
package dev.kindred.analyzers.embedding;

import org.jspecify.annotations.NullMarked;
