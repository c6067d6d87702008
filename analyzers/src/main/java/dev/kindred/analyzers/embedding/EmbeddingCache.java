package dev.kindred.analyzers.embedding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Vectors of texts that were embedded before, in one file for each model.
 *
 * <p>A record is the text's hash, the scale, one byte a dimension, and a checksum; each is appended
 * in one write, so that several processes may share a file. Records that a crash cut or damaged are
 * passed over when the file is read. Nothing is lost with the file but time.
 */
public final class EmbeddingCache implements AutoCloseable {
  private final int dimension;
  private final int recordBytes;
  private final FileChannel file;
  private final Map<TextHash, ByteVector> vectors = new ConcurrentHashMap<>();

  private EmbeddingCache(FileChannel file, int dimension) {
    this.file = file;
    this.dimension = dimension;
    this.recordBytes = TextHash.BYTES + Float.BYTES + dimension + Integer.BYTES;
  }

  /**
   * Opens the file of a model in a folder, new if there is none.
   *
   * @throws UncheckedIOException if the folder cannot be written
   */
  public static EmbeddingCache open(Path folder, TextEmbedder embedder) {
    try {
      Path path = Files.createDirectories(folder).resolve(embedder.fingerprint() + ".vectors");
      FileChannel file =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      EmbeddingCache cache = new EmbeddingCache(file, embedder.dimension());
      cache.read(path);
      return cache;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The vector of a text, if it was embedded before. */
  public Optional<ByteVector> get(String text) {
    return Optional.ofNullable(vectors.get(TextHash.of(text)));
  }

  /** Keeps the vector of a text. */
  public void put(String text, ByteVector vector) {
    if (vector.dimension() != dimension) {
      throw new IllegalArgumentException(
          "vector must have " + dimension + " numbers, got " + vector.dimension());
    }
    TextHash hash = TextHash.of(text);
    if (vectors.putIfAbsent(hash, vector) == null) {
      try {
        file.write(record(hash, vector));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How many texts are known. */
  public int size() {
    return vectors.size();
  }

  private ByteBuffer record(TextHash hash, ByteVector vector) {
    ByteBuffer record = ByteBuffer.allocate(recordBytes);
    record.putLong(hash.high()).putLong(hash.low()).putFloat(vector.scale()).put(vector.values());
    return record.putInt(checksum(record.array())).flip();
  }

  private int checksum(byte[] record) {
    CRC32 checksum = new CRC32();
    checksum.update(record, 0, recordBytes - Integer.BYTES);
    return (int) checksum.getValue();
  }

  private void read(Path path) throws IOException {
    try (var in = new java.io.BufferedInputStream(Files.newInputStream(path), 1 << 18)) {
      byte[] bytes = in.readNBytes(recordBytes);
      while (bytes.length == recordBytes) {
        ByteBuffer record = ByteBuffer.wrap(bytes);
        TextHash hash = new TextHash(record.getLong(), record.getLong());
        float scale = record.getFloat();
        byte[] values = new byte[dimension];
        record.get(values);
        if (record.getInt() == checksum(bytes)) {
          vectors.put(hash, new ByteVector(values, scale));
          bytes = in.readNBytes(recordBytes);
        } else {
          // Cut by a crash: the next whole record begins somewhere behind.
          System.arraycopy(bytes, 1, bytes, 0, recordBytes - 1);
          int next = in.read();
          if (next < 0) {
            return;
          }
          bytes[recordBytes - 1] = (byte) next;
        }
      }
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
