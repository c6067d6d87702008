package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/** The frame of every learned thing on disk: what it is, its version, its body, a CRC-32C. */
public final class Checksummed {
  private static final int NUMBERS_AT_ONCE = 16 * 1024;
  // A damaged length must not reserve memory for numbers that never come: arrays grow as they do.
  private static final int NUMBERS_AT_FIRST = 1024 * 1024;

  private Checksummed() {}

  /** Writes a body. */
  @FunctionalInterface
  public interface Writer {
    void write(DataOutputStream out) throws IOException;
  }

  /** Reads what a {@link Writer} wrote. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  /** Writes the frame and the body in it. */
  public static void write(DataOutputStream out, int magic, int version, Writer body)
      throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
    DataOutputStream data = new DataOutputStream(checked);
    data.writeInt(magic);
    data.writeInt(version);
    body.write(data);
    data.flush();
    out.writeLong(checked.getChecksum().getValue());
  }

  /**
   * @throws IOException when it is something else, of another version, or damaged
   */
  public static <T> T read(DataInputStream in, String what, int magic, int version, Reader<T> body)
      throws IOException {
    CheckedInputStream checked = new CheckedInputStream(unclosed(in), new CRC32C());
    DataInputStream data = new DataInputStream(checked);
    int foundMagic = data.readInt();
    if (foundMagic != magic) {
      throw new IOException(
          "not a "
              + what
              + ": it starts with "
              + hex(foundMagic)
              + " and should with "
              + hex(magic));
    }
    int foundVersion = data.readInt();
    if (foundVersion != version) {
      throw new OutdatedLayoutException(what, foundVersion, version);
    }
    T result;
    try {
      result = body.read(data);
    } catch (IllegalArgumentException | NegativeArraySizeException e) {
      throw new IOException("damaged " + what, e);
    }
    long expected = in.readLong();
    if (expected != checked.getChecksum().getValue()) {
      throw new IOException("damaged " + what + ": its checksum does not match");
    }
    return result;
  }

  static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_ONCE * Float.BYTES);
    for (int at = 0; at < values.length; at += NUMBERS_AT_ONCE) {
      int n = Math.min(NUMBERS_AT_ONCE, values.length - at);
      buffer.clear().asFloatBuffer().put(values, at, n);
      out.write(buffer.array(), 0, n * Float.BYTES);
    }
  }

  static float[] readFloats(DataInputStream in) throws IOException {
    int length = length(in);
    float[] values = new float[Math.min(length, NUMBERS_AT_FIRST)];
    ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_ONCE * Float.BYTES);
    for (int at = 0; at < length; at += NUMBERS_AT_ONCE) {
      int n = Math.min(NUMBERS_AT_ONCE, length - at);
      if (at + n > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(length, 2L * values.length));
      }
      in.readFully(buffer.array(), 0, n * Float.BYTES);
      buffer.clear().asFloatBuffer().get(values, at, n);
    }
    return values;
  }

  static double[] readDoubles(DataInputStream in) throws IOException {
    int length = length(in);
    double[] values = new double[Math.min(length, NUMBERS_AT_FIRST)];
    for (int at = 0; at < length; at++) {
      if (at == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(length, 2L * values.length));
      }
      values[at] = in.readDouble();
    }
    return values;
  }

  static void writeInts(DataOutputStream out, int[] values) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_ONCE * Integer.BYTES);
    for (int at = 0; at < values.length; at += NUMBERS_AT_ONCE) {
      int n = Math.min(NUMBERS_AT_ONCE, values.length - at);
      buffer.clear().asIntBuffer().put(values, at, n);
      out.write(buffer.array(), 0, n * Integer.BYTES);
    }
  }

  static int[] readInts(DataInputStream in) throws IOException {
    int length = length(in);
    int[] values = new int[Math.min(length, NUMBERS_AT_FIRST)];
    ByteBuffer buffer = ByteBuffer.allocate(NUMBERS_AT_ONCE * Integer.BYTES);
    for (int at = 0; at < length; at += NUMBERS_AT_ONCE) {
      int n = Math.min(NUMBERS_AT_ONCE, length - at);
      if (at + n > values.length) {
        values = Arrays.copyOf(values, (int) Math.min(length, 2L * values.length));
      }
      in.readFully(buffer.array(), 0, n * Integer.BYTES);
      buffer.clear().asIntBuffer().get(values, at, n);
    }
    return values;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("damaged: a length of " + length);
    }
    return length;
  }

  private static String hex(int value) {
    return HexFormat.of().toHexDigits(value);
  }

  private static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public void close() {}
    };
  }
}
