package dev.kindred.indexer.ingest;

import java.util.Optional;

/**
 * The records of a file one after the other. The format is recognised by the content: JSON Lines,
 * one JSON array, JSON objects over several lines, or comma, tab, semicolon or bar separated with a
 * line of names.
 */
public interface RecordReader {

  /**
   * Recognises the format.
   *
   * @throws UnusableFileException if the file is empty, or has no names in its first line
   */
  static RecordReader open(Source source) {
    return FormatSniffer.open(source);
  }

  /** The next record, or what stands in place of one; empty at the end. */
  Optional<Entry> next();

  /** The format in words, {@code JSON Lines}. */
  String format();

  /** The line of names, as it stands in the file; empty in JSON. */
  Optional<String> header();

  /** Why the file ended before its end, once it did: what came before counts. */
  Optional<String> breakage();
}
