package dev.kindred.analyzers;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/** English words that say little by themselves. */
public final class StopWords {
  private static final CharArraySet WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

  private StopWords() {}

  /** Whether a word in small letters says little: {@code the}, {@code of}, {@code with}. */
  public static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
