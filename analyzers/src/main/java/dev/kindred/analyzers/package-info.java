/**
 * Text to tokens and features: how product text is cut into words, normalised and stemmed, and how
 * a product becomes a vector of content features.
 *
 * <p>What belongs to an index (fields, queries, scores) does not live here.
 */
@NullMarked
package dev.kindred.analyzers;

import org.jspecify.annotations.NullMarked;
