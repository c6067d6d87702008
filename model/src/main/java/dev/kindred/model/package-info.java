/**
 * The words of Kindred as records that check themselves: product, event, review, person.
 *
 * <p>Values only: nothing here reads, writes, logs, or knows how it is stored, searched or sent.
 */
@NullMarked
package dev.kindred.model;

import org.jspecify.annotations.NullMarked;
