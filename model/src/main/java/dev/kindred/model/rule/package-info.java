/** What a shop decides by hand about its answers: rules and synonyms. */
@NullMarked
package dev.kindred.model.rule;

import org.jspecify.annotations.NullMarked;
