package dev.kindred.indexer.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file or of standard input, unpacked: gzip and a tar archive's first file are
 * recognised by their content, a UTF-8 byte order mark is skipped.
 */
public final class Source implements AutoCloseable {
  private static final int TAR_BLOCK = 512;
  private static final int TAR_MAGIC_AT = 257;

  private final String name;
  private final OptionalLong totalBytes;
  private final Counting counting;
  private final InputStream unpacked;

  private Source(String name, OptionalLong totalBytes, InputStream packed) throws IOException {
    this.name = name;
    this.totalBytes = totalBytes;
    this.counting = new Counting(packed);
    this.unpacked = withoutMark(untar(unzip(new BufferedInputStream(counting, 1 << 16))));
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it is not there or cannot be read
   */
  public static Source open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnusableFileException(file + " is a folder, not a file");
    }
    InputStream in = Files.newInputStream(file);
    try {
      return new Source(file.getFileName().toString(), OptionalLong.of(Files.size(file)), in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Reads a stream whose length is not known, such as standard input. */
  public static Source of(String name, InputStream in) throws IOException {
    return new Source(name, OptionalLong.empty(), in);
  }

  /** The file's name without its folder. */
  public String name() {
    return name;
  }

  /** Bytes of the file as it lies on the disk, packed or not. */
  public OptionalLong totalBytes() {
    return totalBytes;
  }

  /** How many of {@link #totalBytes()} have been read. */
  public long bytesRead() {
    return counting.count;
  }

  InputStream stream() {
    return unpacked;
  }

  @Override
  public void close() throws IOException {
    unpacked.close();
  }

  private static byte[] peek(InputStream in, int bytes) throws IOException {
    in.mark(bytes);
    byte[] start = in.readNBytes(bytes);
    in.reset();
    return start;
  }

  private static InputStream unzip(InputStream in) throws IOException {
    byte[] start = peek(in, 2);
    boolean zipped = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
    return zipped ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private static InputStream untar(InputStream in) throws IOException {
    byte[] header;
    try {
      header = peek(in, TAR_BLOCK);
    } catch (IOException e) {
      in.reset();
      return in;
    }
    while (isTar(header)) {
      in.skipNBytes(TAR_BLOCK);
      String digits = new String(header, 124, 12, StandardCharsets.ISO_8859_1);
      long size = Long.parseLong(digits.replaceAll("[^0-7]", ""), 8);
      if (header[156] == '0' || header[156] == 0) {
        return new BufferedInputStream(new Limited(in, size), 1 << 16);
      }
      in.skipNBytes((size + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK);
      header = peek(in, TAR_BLOCK);
    }
    return in;
  }

  private static boolean isTar(byte[] header) {
    return header.length == TAR_BLOCK
        && new String(header, TAR_MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  private static InputStream withoutMark(InputStream in) throws IOException {
    byte[] start;
    try {
      start = peek(in, 3);
    } catch (IOException e) {
      in.reset();
      return in;
    }
    if (start.length >= 2
        && ((start[0] == (byte) 0xfe && start[1] == (byte) 0xff)
            || (start[0] == (byte) 0xff && start[1] == (byte) 0xfe))) {
      throw new UnusableFileException("the text is UTF-16; save it as UTF-8");
    }
    boolean marked =
        start.length == 3
            && start[0] == (byte) 0xef
            && start[1] == (byte) 0xbb
            && start[2] == (byte) 0xbf;
    if (marked) {
      in.skipNBytes(3);
    }
    return in;
  }

  private static final class Counting extends FilterInputStream {
    private volatile long count;

    private Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      count += b < 0 ? 0 : 1;
      return b;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = super.read(into, from, length);
      count += Math.max(0, n);
      return n;
    }
  }

  /** The first bytes of a stream. */
  private static final class Limited extends FilterInputStream {
    private long left;

    private Limited(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return super.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int n = super.read(into, from, (int) Math.min(length, left));
      left -= Math.max(0, n);
      return n;
    }
  }
}
