/**
 * The HTTP API and the storefront: {@link dev.kindred.api.ApiServer} serves an opened {@link
 * dev.kindred.engine.Kindred}.
 *
 * <p>{@code route} says which calls there are, {@code http} reads requests and writes answers and
 * problems, {@code calls} holds a small class for each subject, {@code adapter} understands other
 * products' calls. What an answer contains is decided in {@code engine}, never here.
 */
@NullMarked
package dev.kindred.api;

import org.jspecify.annotations.NullMarked;
