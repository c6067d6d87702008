/**
 * The whole program, killed without warning at random moments and started again. What one writing
 * thread of the store does under the same treatment is tested beside the store.
 */
@NullMarked
package dev.kindred.cli.kill;

import org.jspecify.annotations.NullMarked;
