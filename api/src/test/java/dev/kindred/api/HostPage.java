package dev.kindred.api;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Another shop's web server, whose one page has a strict content security policy. */
final class HostPage implements AutoCloseable {
  private final HttpServer server;
  private volatile String html = "";
  private volatile String policy = "";

  HostPage() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          boolean page = !exchange.getRequestURI().getPath().equals("/favicon.ico");
          byte[] body = page ? html.getBytes(StandardCharsets.UTF_8) : new byte[0];
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().set("Content-Security-Policy", policy);
          exchange.sendResponseHeaders(page ? 200 : 204, page ? body.length : -1);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Puts a page there that may load and ask from Kindred alone. */
  void show(String newHtml, String kindred) {
    html = newHtml;
    policy =
        "default-src 'none'; img-src 'self'; script-src " + kindred + "; connect-src " + kindred;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
