package dev.kindred.indexer.ingest;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What stands at one place of a file. */
public sealed interface Entry {

  /** The line on which it begins, from 1. */
  long line();

  /** The text as it stands in the file; for JSON over several lines, the same on one. */
  String text();

  /**
   * A record.
   *
   * @param fields by name; the cells of a CSV line are texts, empty ones are left out
   */
  record Fields(long line, ObjectNode fields, String text) implements Entry {}

  /**
   * Something that is not a record.
   *
   * @param reason what is wrong with it
   */
  record Unreadable(long line, String text, Optional<String> field, String reason)
      implements Entry {}
}
