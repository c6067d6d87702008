package dev.kindred.indexer.ingest;

import java.util.List;
import java.util.OptionalLong;

/** Hears how an import goes; called by the thread that imports. */
public interface ImportListener {

  /**
   * The file was recognised and the first record is about to be handed over.
   *
   * @param format in words
   * @param mapping what was taken for what, a line each
   */
  void begins(String format, List<String> mapping);

  /**
   * A batch was handed over.
   *
   * @param bytesRead of the file as it lies on the disk
   * @param totalBytes of the same, where known
   */
  void progress(long bytesRead, OptionalLong totalBytes, long records, long rejected);

  /** Hears nothing. */
  static ImportListener silent() {
    return new ImportListener() {
      @Override
      public void begins(String format, List<String> mapping) {}

      @Override
      public void progress(long bytesRead, OptionalLong totalBytes, long records, long rejected) {}
    };
  }
}
