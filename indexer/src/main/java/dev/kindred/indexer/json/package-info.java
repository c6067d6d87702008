/**
 * The JSON forms of products, events and reviews, read and written exactly.
 *
 * <p>Strict: a field that is not part of the form is an error that names it. The field names and
 * habits of other systems' exports belong to {@code ingest}, HTTP to {@code api}.
 */
@NullMarked
package dev.kindred.indexer.json;

import org.jspecify.annotations.NullMarked;
