package dev.kindred.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An example in one of the documents, as it stands there. */
final class DocumentExample {
  private DocumentExample() {}

  /**
   * The text of a block of code.
   *
   * @param which among those of its language, from 0
   */
  static String of(String document, String language, int which) {
    String fence = "```" + language + "\n";
    String text = read(Path.of("../docs", document));
    int start = 0;
    for (int i = 0; i <= which; i++) {
      start = text.indexOf(fence, start) + fence.length();
    }
    return text.substring(start, text.indexOf("```", start));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
