package dev.kindred.analyzers.review;

/** What somebody thinks of something. */
public enum Sentiment {
  NEGATIVE,
  NEUTRAL,
  POSITIVE
}
