package dev.kindred.indexer.ingest;

import java.util.Optional;

/** A record that could not be used: where it begins, from 1, the field at fault, and why. */
public record Rejected(long line, Optional<String> field, String reason) {

  /** The field and the rule it broke, without the value: the same for all such records. */
  String rule() {
    String why =
        field.isEmpty() || reason.startsWith(field.get()) ? reason : field.get() + ": " + reason;
    return why.replaceAll(", got .*$", "").replaceAll(" at column [0-9]+.*$", "");
  }
}
