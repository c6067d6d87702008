package dev.kindred.indexer.ingest;

/** Follows a CSV record through its lines and knows whether a quoted value is still open. */
final class Quotes {
  private final char separator;
  private boolean quoted;
  private boolean atStart = true;

  Quotes(char separator) {
    this.separator = separator;
  }

  /** Whether the text read so far ends inside quotes. */
  boolean open() {
    return quoted;
  }

  void read(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        i++;
      } else if (quoted && c == '"') {
        if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          i++;
        } else {
          quoted = false;
        }
      } else if (!quoted && c == separator) {
        atStart = true;
      } else if (!quoted && c == '"' && atStart) {
        quoted = true;
        atStart = false;
      } else if (!quoted && c != ' ') {
        atStart = false;
      }
    }
  }
}
