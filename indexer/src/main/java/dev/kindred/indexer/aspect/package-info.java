/**
 * What the reviews say: follows the store's reviews, reads each once, and keeps a summary of the
 * aspects of each product up to date as reviews arrive, change or go.
 */
@NullMarked
package dev.kindred.indexer.aspect;

import org.jspecify.annotations.NullMarked;
