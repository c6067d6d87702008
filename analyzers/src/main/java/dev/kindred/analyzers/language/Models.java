package dev.kindred.analyzers.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads OpenNLP's models from the class path. */
final class Models {
  private Models() {}

  /** Makes a model of its file. */
  @FunctionalInterface
  interface Reader<M> {
    M read(InputStream in) throws IOException;
  }

  /**
   * @throws IllegalStateException if the file is not on the class path
   */
  static <M> M load(String resource, Reader<M> reader) {
    try (InputStream in = Models.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the model " + resource + " is not on the class path");
      }
      return reader.read(new java.io.BufferedInputStream(in));
    } catch (IOException e) {
      throw new UncheckedIOException("the model " + resource + " cannot be read", e);
    }
  }
}
