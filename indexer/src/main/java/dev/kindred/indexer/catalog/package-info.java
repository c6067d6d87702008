/**
 * The retrieval seam: what the engine asks of an index, in words that name no index technology.
 *
 * <p>A request carries a query, a filter and a factor; the answer is candidates with signals,
 * totals and facets over exactly the matching products. No Lucene type appears here.
 */
@NullMarked
package dev.kindred.indexer.catalog;

import org.jspecify.annotations.NullMarked;
