package dev.kindred.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Another shop's web server, whose one page has a strict content security policy. */
final class HostPage implements AutoCloseable {
  private final Map<String, Supplier<String>> scripts = new ConcurrentHashMap<>();
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
          String path = exchange.getRequestURI().getPath();
          boolean page = !path.equals("/favicon.ico");
          Supplier<String> script = scripts.get(path);
          byte[] body =
              !page ? new byte[0] : (script != null ? script.get() : html).getBytes(UTF_8);
          String type = script != null ? "text/javascript" : "text/html";
          exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
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

  /** Puts a script there that the page may load. */
  void serve(String path, Supplier<String> script) {
    scripts.put(path, script);
  }

  /** The same page with its own scripts and the styles that they set. */
  void showWithScripts(String newHtml, String kindred) {
    show(newHtml, kindred);
    policy += "; style-src 'unsafe-inline'";
    policy = policy.replace("script-src ", "script-src 'self' ");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
