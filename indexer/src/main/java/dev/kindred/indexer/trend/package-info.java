/** What is wanted lately: decayed counts that follow the store's events. */
@NullMarked
package dev.kindred.indexer.trend;

import org.jspecify.annotations.NullMarked;
