package dev.kindred.api;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.ingest.ImportListener;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.Importer;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.ingest.Source;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A small real shop behind a real server on a free port. */
final class Shop implements AutoCloseable {
  static final String JSON = "application/json";
  static final String LINES = "application/x-ndjson";

  private static final List<String> PRODUCTS =
      List.of(
          product("m1", "Red retrospot mug", "Kitchen > Mugs", 1.25, "red"),
          product("m2", "Blue polkadot mug", "Kitchen > Mugs", 1.65, "blue"),
          product("m3", "Vintage red mug", "Kitchen > Mugs", 2.95, "red"),
          product("c1", "White heart candle", "Home > Candles", 2.55, "white"),
          product("c2", "Red heart candle", "Home > Candles", 2.75, "red"),
          product("c3", "Rose scented candle", "Home > Candles", 3.75, "pink"),
          product("l1", "Zinc heart lantern", "Home > Lanterns", 4.95, "silver"),
          product("b1", "Party bunting", "Party > Bunting", 4.95, "red"),
          product("b2", "Vintage paisley bunting", "Party > Bunting", 4.25, "pink"),
          product("w/1 +x", "Strange & <b>bold</b> wrap", "Party > Wrap", 0.42, "red"));

  final Kindred kindred;
  final ApiServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Shop(Kindred kindred, ApiServer server) {
    this.kindred = kindred;
    this.server = server;
  }

  static Shop open(Path directory) {
    return open(directory, ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0));
  }

  static Shop open(Path directory, ApiSettings settings) {
    Kindred kindred = Kindred.open(directory, quick());
    List<Change> changes = new ArrayList<>();
    PRODUCTS.forEach(p -> changes.add(new Change.PutProduct(ProductJson.read(p))));
    changes.addAll(purchases(List.of("m1", "m2", "m3"), List.of("c1", "c2", "l1")));
    return serve(kindred, changes, settings);
  }

  /** What six customers bought: every other one the same. */
  private static List<Change> purchases(List<String> even, List<String> odd) {
    Instant time = Instant.parse("2026-01-02T08:00:00Z");
    List<Change> changes = new ArrayList<>();
    for (int user = 1; user <= 6; user++) {
      for (String product : user % 2 == 0 ? even : odd) {
        changes.add(
            new Change.AddEvent(
                Event.builder("e" + user + product, EventType.PURCHASE, time)
                    .user("u" + user)
                    .product(product)
                    .build()));
      }
    }
    return changes;
  }

  private static Shop serve(Kindred kindred, List<Change> changes, ApiSettings settings) {
    List<Outcome> outcomes = kindred.write(changes);
    kindred.awaitVisible(outcomes.getLast().sequence(), Duration.ofSeconds(20));
    return new Shop(kindred, ApiServer.start(kindred, settings, Clock.systemUTC()));
  }

  /** A shop on a new data directory, without anything in it. */
  static Shop empty(Path directory) {
    Kindred kindred = Kindred.open(directory, quick());
    ApiSettings settings = ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0);
    return new Shop(kindred, ApiServer.start(kindred, settings, Clock.systemUTC()));
  }

  /** The bundled shop's products, with the purchases of the small shop's size. */
  static Shop bundled(Path directory) {
    Kindred kindred = Kindred.open(directory, quick());
    Importer importer =
        new Importer(kindred::write, InstantSource.system(), ImportListener.silent());
    try (Source products = Source.open(Path.of("../shop/products.jsonl.gz"))) {
      importer.run(RecordKind.PRODUCTS, products, ImportOptions.plain());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return serve(
        kindred,
        purchases(List.of("85123A", "22423", "85099B"), List.of("47566", "84879", "22720")),
        ApiSettings.DEFAULTS.listeningOn("127.0.0.1", 0));
  }

  /** Puts a product there, or in place of the one with this id, and waits until it can be found. */
  void put(String id, Map<String, ?> fields) {
    Map<String, Object> product = new HashMap<>(fields);
    product.put("id", id);
    String json = Json.mapper().writeValueAsString(product);
    apply(new Change.PutProduct(ProductJson.read(json)));
  }

  /** Takes a product away and waits until it cannot be found. */
  void remove(String id) {
    apply(new Change.DeleteProduct(id));
  }

  private void apply(Change change) {
    long sequence = kindred.write(List.of(change)).getLast().sequence();
    kindred.awaitVisible(sequence, Duration.ofSeconds(20));
  }

  /** The same with a generation that serves. */
  Shop trained() {
    kindred.train(TrainingProgress.SILENT);
    return this;
  }

  private static Settings quick() {
    Settings usual = Settings.DEFAULTS;
    return new Settings(
        Duration.ofMillis(20),
        usual.ranking(),
        usual.meaning(),
        usual.events(),
        usual.trendHalfLife(),
        usual.learner(),
        usual.clock());
  }

  private static String product(
      String id, String title, String category, double price, String colour) {
    return "{\"id\":\"%s\",\"title\":\"%s\",\"categories\":[\"%s\"],\"price\":%s,\"currency\":\"GBP\",\"attributes\":{\"colour\":\"%s\"}}"
        .formatted(id, title, category, price, colour);
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(request(path));
  }

  HttpResponse<String> send(String method, String path, String type, String body) {
    return send(
        request(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", type));
  }

  HttpResponse<String> send(String method, String path) {
    return send(request(path).method(method, BodyPublishers.noBody()));
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.parse(response.body());
  }

  @Override
  public void close() {
    server.close();
    kindred.close();
  }
}
