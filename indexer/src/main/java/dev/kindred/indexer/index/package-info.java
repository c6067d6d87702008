/**
 * The Lucene index: products as documents, kept up with the store, and the retrieval seam on top.
 *
 * <p>{@link dev.kindred.indexer.index.LuceneCatalog} follows the store and serves views; {@link
 * dev.kindred.indexer.index.ProductSchema} alone knows the names of Lucene fields. What to do with
 * candidates (fusion, personalisation, explanation) does not live here.
 */
@NullMarked
package dev.kindred.indexer.index;

import org.jspecify.annotations.NullMarked;
