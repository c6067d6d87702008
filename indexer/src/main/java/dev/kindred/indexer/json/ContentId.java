package dev.kindred.indexer.json;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** An id made from what a record says, so that the same record sent again has the same id. */
final class ContentId {
  private static final int BYTES = 16;

  private ContentId() {}

  /** 32 hexadecimal digits: the first half of the SHA-256 of the text in UTF-8. */
  static String of(String content) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
