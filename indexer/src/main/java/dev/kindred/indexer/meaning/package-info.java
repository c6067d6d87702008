/**
 * What products mean: follows the store, embeds the text of each product in the background, and
 * holds the vectors by product number for search.
 *
 * <p>Nothing waits for it: a product is found by its words at once and by its meaning soon after.
 */
@NullMarked
package dev.kindred.indexer.meaning;

import org.jspecify.annotations.NullMarked;
