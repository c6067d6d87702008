/** The store of record: products, events, reviews, rules and what is known of generations. */
@NullMarked
package dev.kindred.indexer.store;

import org.jspecify.annotations.NullMarked;
