/**
 * Vectors of products in a Lucene index of their own, as a graph that finds the nearest of very
 * many without looking at all.
 *
 * <p>A graph says where to look. What vectors mean, how near two are, and which products there are
 * does not live here.
 */
@NullMarked
package dev.kindred.indexer.graph;

import org.jspecify.annotations.NullMarked;
