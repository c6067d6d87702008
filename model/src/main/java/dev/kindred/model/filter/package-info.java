/**
 * The filter language: what a filter is ({@code Filter}) and how it is read ({@code FilterParser}).
 */
@NullMarked
package dev.kindred.model.filter;

import org.jspecify.annotations.NullMarked;
