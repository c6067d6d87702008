/**
 * The store of record: products, events, reviews and what the shop decides, each change numbered in
 * one sequence and on disk before it is acknowledged. Everything else Kindred holds can be built
 * again from here.
 *
 * <p>SQL stays inside this package and does not show in {@link dev.kindred.indexer.store.Store}'s
 * types. Nothing here knows of the index or of training.
 */
@NullMarked
package dev.kindred.indexer.store;

import org.jspecify.annotations.NullMarked;
