/**
 * Kindred in the words of other products, so that pages made for those work unchanged: the search
 * and insights calls that InstantSearch makes of Algolia, and User Behavior Insights (UBI) 1.3.
 *
 * <p>Requests are translated into the engine's and answers back; nothing is decided here. What
 * cannot be translated is refused in words, never left out silently.
 */
@NullMarked
package dev.kindred.api.adapter;

import org.jspecify.annotations.NullMarked;
