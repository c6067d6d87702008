package dev.kindred.analyzers.language;

/**
 * A word, number or punctuation mark in its sentence.
 *
 * @param text as it stands
 * @param start offset of the first character in the text that was read
 * @param end offset behind the last
 * @param tag part of speech of Universal Dependencies, such as {@code NOUN}
 * @param lemma the word's ground form in small letters
 */
public record Token(String text, int start, int end, String tag, String lemma) {

  /** Whether the token names something: a noun or a proper noun. */
  public boolean isNoun() {
    return tag.equals("NOUN") || tag.equals("PROPN");
  }

  public boolean is(String otherTag) {
    return tag.equals(otherTag);
  }
}
