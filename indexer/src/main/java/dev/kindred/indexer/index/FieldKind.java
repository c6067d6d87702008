package dev.kindred.indexer.index;

/** What a field's values are. One name may have values of several kinds. */
enum FieldKind {
  TEXT("text"),
  NUMBER("number"),
  FLAG("flag"),
  DATE("date");

  private final String prefix;

  FieldKind(String prefix) {
    this.prefix = prefix;
  }

  String prefix() {
    return prefix;
  }
}
