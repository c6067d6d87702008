/**
 * The calls, a small class for each subject: parameters to a request of the engine, its answer to
 * JSON. Decisions about what to answer belong to {@code engine}.
 */
@NullMarked
package dev.kindred.api.calls;

import org.jspecify.annotations.NullMarked;
