package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeptConnectionTest {

  @Test
  void answersOfEveryFormAreReadToTheirEnd() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "0123456789".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
          String path = exchange.getRequestURI().toString();
          exchange.sendResponseHeaders(
              path.equals("/missing?q=a+b") ? 404 : 200, path.equals("/chunks") ? 0 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    try (KeptConnection connection = KeptConnection.open(base)) {
      assertEquals(200, connection.get(base.resolve("/chunks")));
      assertEquals(404, connection.get(base.resolve("/missing?q=a+b")));
      assertEquals(200, connection.get(base));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatIsNotAnAnswerIsAnError() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
      try (KeptConnection connection = KeptConnection.open(address);
          Socket other = server.accept()) {
        other.getOutputStream().write("hello\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThrows(IOException.class, () -> connection.get(address));
      }
      try (KeptConnection connection = KeptConnection.open(address)) {
        server.accept().close();
        assertThrows(IOException.class, () -> connection.get(address));
      }
    }
  }
}
