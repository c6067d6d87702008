/**
 * The command line: the main class, one class a command, configuration, progress and tables.
 *
 * <p>Wires the other modules together and turns their errors into lines for people. Results go to
 * standard output, everything else to standard error. No search, learning or storage lives here.
 */
@NullMarked
package dev.kindred.cli;

import org.jspecify.annotations.NullMarked;
