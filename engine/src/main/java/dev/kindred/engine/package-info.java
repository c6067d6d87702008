/**
 * The engine: {@link dev.kindred.engine.Kindred} opens a data directory and answers.
 *
 * <p>A request is turned into retrievals, candidates get signals, signals are summed into a score,
 * rules and diversity are applied, and hits with reasons come out. Nothing here knows HTTP, JSON or
 * Lucene.
 */
@NullMarked
package dev.kindred.engine;

import org.jspecify.annotations.NullMarked;
