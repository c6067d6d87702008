package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.api.ApiSettings.Keys;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The server as a whole: ids, keys, origins, failures, figures, start and stop. */
class ServerTest {
  private static final ApiSettings FREE = ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0);

  @TempDir Path directory;

  @Test
  void requestIdsAreTakenOrMade() {
    try (Shop shop = Shop.open(directory)) {
      var own = shop.send(shop.request("/v1/nothing").header("X-Request-Id", "abc-1"));
      assertEquals("abc-1", own.headers().firstValue("X-Request-Id").orElse(""));
      assertEquals("abc-1", Shop.json(own).get("request_id").stringValue());
      var wild = shop.send(shop.request("/health/live").header("X-Request-Id", "a b\"c"));
      String made = wild.headers().firstValue("X-Request-Id").orElse("");
      assertTrue(made.matches("[a-z0-9]+-[0-9]+"), made);
    }
  }

  @Test
  void whatGoesWrongInsideStaysInside() {
    try (Shop shop = Shop.open(directory)) {
      shop.kindred.close();
      var response = shop.get("/v1/search?q=mug");
      assertEquals(500, response.statusCode());
      JsonNode problem = Shop.json(response);
      String id = problem.get("request_id").stringValue();
      assertEquals("the log says more under " + id, problem.get("detail").stringValue());
      var write = shop.send("PUT", "/v1/products/a", Shop.JSON, "{\"title\":\"A\"}");
      assertTrue(write.statusCode() >= 500, write.body());
      assertFalse(write.body().contains(directory.toString()), write.body());
    }
  }

  @Test
  void keysGuardWhatTheyShould() {
    String search = "search-key-0123456789";
    String admin = "admin-key-0123456789";
    Keys keys = new Keys(Optional.of(search), Optional.of(admin));
    try (Shop shop = Shop.open(directory, FREE.guardedBy(keys))) {
      assertEquals(200, shop.get("/health/live").statusCode());
      assertEquals(200, shop.get("/docs").statusCode());
      assertEquals(401, status(shop, "/v1/search", ""));
      assertEquals(401, status(shop, "/v1/search", "wrong"));
      assertEquals(200, status(shop, "/v1/search", search));
      assertEquals(200, status(shop, "/v1/search", admin));
      for (String path : List.of("/v1/users", "/v1/generations", "/metrics", "/v1/rules")) {
        assertEquals(401, status(shop, path, search), path);
        assertEquals(200, status(shop, path, admin), path);
      }
    }
    assertFalse(keys.toString().contains("0123456789"));
    assertThrows(
        IllegalArgumentException.class, () -> new Keys(Optional.of(search), Optional.empty()));
    assertThrows(
        IllegalArgumentException.class, () -> new Keys(Optional.empty(), Optional.of("short")));
  }

  private static int status(Shop shop, String path, String key) {
    return shop.send(shop.request(path).header("X-API-Key", key)).statusCode();
  }

  @Test
  void pagesOfOtherHostsMayOnlyWhatTheyAreInvitedTo() {
    try (Shop shop = Shop.open(directory, FREE.openTo(List.of("https://shop.example")))) {
      var invited = origin(shop, "/v1/search", "https://shop.example");
      assertEquals(
          "https://shop.example",
          invited.headers().firstValue("Access-Control-Allow-Origin").orElse(""));
      var other = origin(shop, "/v1/search", "https://evil.example");
      assertTrue(other.headers().firstValue("Access-Control-Allow-Origin").isEmpty());
      var train =
          shop.send(
              shop.request("/v1/train")
                  .POST(HttpRequest.BodyPublishers.noBody())
                  .header("Origin", "https://shop.example"));
      assertEquals(403, train.statusCode(), train.body());
      var preflight =
          shop.send(
              shop.request("/v1/events")
                  .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                  .header("Origin", "https://shop.example"));
      assertEquals(204, preflight.statusCode());
      assertEquals(
          "GET, POST", preflight.headers().firstValue("Access-Control-Allow-Methods").orElse(""));
    }
  }

  private static HttpResponse<String> origin(Shop shop, String path, String origin) {
    return shop.send(shop.request(path).header("Origin", origin));
  }

  @Test
  void figuresNameRoutesNotIds() {
    try (Shop shop = Shop.open(directory)) {
      shop.get("/v1/products/m1");
      shop.get("/v1/products/m2");
      String figures = shop.get("/metrics").body();
      assertTrue(
          figures.contains(
              "kindred_http_requests_seconds_count{method=\"GET\",route=\"/v1/products/{id}\",status=\"200\"} 2"),
          figures);
      assertTrue(figures.contains("kindred_products 10.0"), figures);
      assertTrue(figures.contains("kindred_index_lag 0.0"), figures);
      assertTrue(figures.contains("quantile=\"0.99\""), figures);
      assertTrue(figures.contains("jvm_memory_used_bytes"), figures);
      assertFalse(figures.contains("/m1"), figures);
    }
  }

  @Test
  void readyOnceTheIndexHasCaughtUp() {
    try (Shop shop = Shop.open(directory)) {
      assertEquals("{\"status\":\"live\"}", shop.get("/health/live").body());
      assertEquals("ready", Shop.json(shop.get("/health/ready")).get("status").stringValue());
    }
  }

  @Test
  void aTakenPortIsNamedWithWhatToDo() throws IOException {
    try (Shop shop = Shop.open(directory);
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      CannotListenException e =
          assertThrows(
              CannotListenException.class,
              () ->
                  ApiServer.start(
                      shop.kindred, FREE.listeningOn("127.0.0.1", port), Clock.systemUTC()));
      assertEquals(
          "cannot listen on 127.0.0.1:%d: address already in use; choose another with --port"
              .formatted(port),
          e.getMessage());
      CannotListenException unknown =
          assertThrows(
              CannotListenException.class,
              () ->
                  ApiServer.start(
                      shop.kindred, FREE.listeningOn("192.0.2.1", 0), Clock.systemUTC()));
      assertTrue(String.valueOf(unknown.getMessage()).endsWith("choose another with --host"));
    }
  }

  @Test
  void aStopFinishesTheRequestInFlight() throws Exception {
    Shop shop = Shop.open(directory);
    byte[] body = "{\"id\":\"late\",\"title\":\"Late\"}".getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket("127.0.0.1", shop.server.port())) {
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /v1/products HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
              .formatted(body.length);
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(body, 0, 5);
      out.flush();
      Thread.sleep(200);
      Thread stop = Thread.ofVirtual().start(shop.server::close);
      Thread.sleep(200);
      assertTrue(stop.isAlive(), "the stop did not wait");
      out.write(body, 5, body.length - 5);
      out.flush();
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
      stop.join();
    }
    assertTrue(shop.kindred.store().product("late").isPresent());
    shop.kindred.close();
  }

  @Test
  void whatIsNoRequestIsToldSoWithoutInternals() throws IOException {
    try (Shop shop = Shop.open(directory)) {
      for (String nonsense :
          List.of(
              "BLAH\r\n\r\n",
              "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
              "GET /v1/search?q=%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
              "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: "
                  + "y".repeat(40_000)
                  + "\r\n\r\n")) {
        try (Socket socket = new Socket("127.0.0.1", shop.server.port())) {
          socket.getOutputStream().write(nonsense.getBytes(StandardCharsets.UTF_8));
          socket.getOutputStream().flush();
          String answer =
              new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
          assertFalse(answer.contains("Jetty") || answer.contains("<html"), answer);
        }
      }
    }
  }

  @Test
  void theStorefrontComesWithASafePolicy() {
    try (Shop shop = Shop.open(directory)) {
      var page = shop.get("/");
      assertEquals(200, page.statusCode());
      assertTrue(page.body().contains("/js/home.js"));
      assertEquals(200, shop.get("/console/").statusCode());
      String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
      assertTrue(policy.startsWith("default-src 'self'") && !policy.contains("unsafe"), policy);
      assertFalse(page.body().matches("(?s).*<script(?![^>]*src=).*"), "inline script");
      assertEquals(200, shop.get("/js/home.js").statusCode());
      assertEquals(404, shop.get("/js/none.js").statusCode());
    }
  }

  @Test
  void trainingRunsInTheBackgroundOnceAtATime() throws InterruptedException {
    try (Shop shop = Shop.open(directory)) {
      var begun = shop.send("POST", "/v1/train");
      assertEquals(202, begun.statusCode(), begun.body());
      assertEquals("/v1/generations", begun.headers().firstValue("Location").orElse(""));
      JsonNode state = Shop.json(shop.get("/v1/generations"));
      for (int i = 0;
          i < 300 && state.path("training").path("state").asString("").equals("running");
          i++) {
        Thread.sleep(100);
        state = Shop.json(shop.get("/v1/generations"));
      }
      assertEquals("done", state.path("training").path("state").asString(""), state.toString());
      int number = state.get("generations").get(0).get("number").intValue();
      var active = shop.send("POST", "/v1/generations/" + number + "/activate");
      assertEquals(200, active.statusCode(), active.body());
      Path copy = directory.resolve("copy");
      var backup = shop.send("POST", "/v1/backup", Shop.JSON, "{\"directory\":\"" + copy + "\"}");
      assertEquals(200, backup.statusCode(), backup.body());
      var again = shop.send("POST", "/v1/backup", Shop.JSON, "{\"directory\":\"" + copy + "\"}");
      assertEquals(400, again.statusCode(), again.body());
    }
  }
}
