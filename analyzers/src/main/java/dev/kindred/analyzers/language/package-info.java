/**
 * Reading text as language: which language it is in, its sentences, tokens, parts of speech, lemmas
 * and noun phrases, on Apache OpenNLP with models from the class path.
 *
 * <p>Parts of speech are those of Universal Dependencies ({@code NOUN}, {@code ADJ}, {@code VERB},
 * ...). Everything is deterministic and safe for many threads. What the words are about is for
 * others to say.
 */
@NullMarked
package dev.kindred.analyzers.language;

import org.jspecify.annotations.NullMarked;
