/**
 * Learning: interactions and content features to factors, and the fold-in that needs no training.
 *
 * <p>People, products and features are numbers here. Nothing in this package knows ids, text, files
 * or Lucene, looks at the clock, logs or prints; random choices come from a seed in the settings.
 */
@NullMarked
package dev.kindred.learn;

import org.jspecify.annotations.NullMarked;
