/**
 * Generations: training from the store, the files of a trained state, the gate and the switch.
 *
 * <p>A generation is immutable and numbered; factors of two generations are never mixed.
 */
@NullMarked
package dev.kindred.indexer.generation;

import org.jspecify.annotations.NullMarked;
