package dev.kindred.evaluation;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that stays open, for one GET request at a time and one thread: no more
 * work for each than sending a line and reading the answer to its end.
 */
final class KeptConnection implements Closeable {
  private static final int HTTP_PORT = 80;
  private static final int PATIENCE_MILLIS = 10_000;
  private static final int BUFFER_BYTES = 1 << 14;

  private final String host;
  private final Socket socket;
  private final InputStream input;

  private KeptConnection(String host, Socket socket) throws IOException {
    this.host = host;
    this.socket = socket;
    this.input = new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
  }

  /**
   * Connects to an address's host.
   *
   * @throws IOException if nobody answers there
   */
  static KeptConnection open(URI address) throws IOException {
    int port = address.getPort() < 0 ? HTTP_PORT : address.getPort();
    Socket socket = new Socket();
    try {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.connect(new InetSocketAddress(address.getHost(), port), PATIENCE_MILLIS);
      return new KeptConnection(address.getHost() + ":" + port, socket);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /**
   * Asks for an address of the host and reads the answer to its end.
   *
   * @return the status
   * @throws IOException if the connection was closed before that, or what came was no answer
   */
  int get(URI address) throws IOException {
    try {
      return ask(address);
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("what " + host + " answers is not HTTP/1.1", e);
    }
  }

  private int ask(URI address) throws IOException {
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    String request =
        "GET " + address.getRawPath() + query + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    String status = line();
    long length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
      }
      chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
    }
    if (chunked) {
      skipChunks();
    } else {
      input.skipNBytes(length);
    }
    return Integer.parseInt(status.split(" ", 3)[1]);
  }

  private void skipChunks() throws IOException {
    for (long size = chunkSize(); size > 0; size = chunkSize()) {
      input.skipNBytes(size);
      line();
    }
    while (!line().isEmpty()) {
      // Headers behind the body.
    }
  }

  private long chunkSize() throws IOException {
    return Long.parseLong(line().split(";", 2)[0].strip(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("closed within an answer");
      }
      line.append((char) c);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
