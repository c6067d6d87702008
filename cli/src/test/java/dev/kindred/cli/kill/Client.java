package dev.kindred.cli.kill;

import dev.kindred.indexer.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Calls a serving process. An {@link IOException} says that it did not answer. */
final class Client implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int TRIES = 60;

  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Client(int port) {
    this.port = port;
  }

  /** Sends a body of JSON, one value or one a line; any other answer than success is a failure. */
  JsonNode send(String method, String path, String body) throws IOException {
    HttpResponse<String> response = answer(method, path, body);
    if (response.statusCode() / 100 != 2 || response.statusCode() == 207) {
      throw new AssertionError(
          method + " " + path + ": " + response.statusCode() + " " + response.body());
    }
    return Json.parse(response.body());
  }

  JsonNode get(String path) throws IOException {
    return send("GET", path, "");
  }

  /** Asks for a training; one that runs already will do. */
  void train() throws IOException {
    int status = answer("POST", "/v1/train", "").statusCode();
    if (status != 202 && status != 409) {
      throw new AssertionError("POST /v1/train: " + status);
    }
  }

  /** Waits until everything in the store can be found. */
  void awaitReady() throws IOException {
    HttpResponse<String> response = answer("GET", "/health/ready", "");
    for (int i = 0; i < TRIES && response.statusCode() == 503; i++) {
      // The call itself waits a while for the index.
      response = answer("GET", "/health/ready", "");
    }
    if (response.statusCode() != 200) {
      throw new AssertionError("the index does not catch up: " + response.body());
    }
  }

  private HttpResponse<String> answer(String method, String path, String body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .method(method, BodyPublishers.ofString(body))
          .header(
              "Content-Type", body.endsWith("\n") ? "application/x-ndjson" : "application/json");
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
