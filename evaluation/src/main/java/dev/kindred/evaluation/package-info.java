/**
 * Metrics and the experiments that measure Kindred with them on files of judged searches and of
 * behaviour.
 *
 * <p>Everything is seeded and reports facts; nothing here prints, serves, or changes a shop's data.
 */
@NullMarked
package dev.kindred.evaluation;

import org.jspecify.annotations.NullMarked;
