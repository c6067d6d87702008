/**
 * Reading of files into products, events and reviews: formats, field names of common exports,
 * cleaning, and the import that hands them over in batches.
 *
 * <p>Everything streams; memory does not grow with the file. Nothing here prints: reports are
 * returned.
 */
@NullMarked
package dev.kindred.indexer.ingest;

import org.jspecify.annotations.NullMarked;
