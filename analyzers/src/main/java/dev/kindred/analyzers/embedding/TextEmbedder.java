package dev.kindred.analyzers.embedding;

/** Turns texts into vectors whose cosine says how near the texts are in meaning. */
public interface TextEmbedder extends AutoCloseable {

  /**
   * The vector of a text, of length 1; all zero if the text has no tokens. The same text always has
   * the same vector. Safe for many threads.
   */
  float[] embed(String text);

  /** Whether a word, in small letters, is among the common ones of the model's language. */
  boolean knows(String word);

  /** How many numbers a vector has. */
  int dimension();

  /** Names the model and everything else that vectors depend on; letters and digits only. */
  String fingerprint();

  @Override
  void close();
}
