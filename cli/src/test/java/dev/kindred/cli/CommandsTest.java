package dev.kindred.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** Runs commands as the command line would, on a small shop. */
class CommandsTest {
  @TempDir Path folder;
  private Path data;
  private String out = "";
  private String err = "";

  @BeforeEach
  void nameFiles() {
    data = folder.resolve("a shop");
  }

  @Test
  void importTrainAskBackUpRestore() throws IOException {
    importShop();
    assertEquals(0, run("search", "red", "lamp"), err);
    assertTrue(out.contains("Red lamp"), out);
    assertEquals(0, run("train", "--json"), err);
    assertEquals(1, lastJson().get("generation").asInt());
    assertEquals(0, run("recommend", "--user", "u1", "--explain", "--json"), err);
    JsonNode answer = lastJson();
    assertTrue(answer.get("hits").size() > 0, out);
    assertTrue(answer.get("hits").get(0).has("why"), out);
    assertEquals(0, run("similar", "p1", "--limit", "3"), err);
    assertEquals(0, run("check"), err);
    Path backup = folder.resolve("backup");
    assertEquals(0, run("backup", backup.toString()), err);
    data = folder.resolve("restored");
    assertEquals(0, run("restore", backup.toString(), "--json"), err);
    assertEquals(30, lastJson().get("products").asInt());
    assertEquals(0, run("status", "--json"), err);
    assertEquals(1, lastJson().get("generation").asInt());
  }

  @Test
  void theLanguageOfAQueryCanBeSaid() throws IOException {
    importShop();
    assertEquals(0, run("search", "red", "lamp", "--language", "en-GB"), err);
    assertTrue(out.contains("Red lamp"), out);
    assertEquals(2, run("search", "red", "lamp", "--language", "xx"));
    assertTrue(err.contains("must be one of ar, de, en"), err);
    assertTrue(err.contains("got xx"), err);
  }

  @Test
  void worksBesideAServingProcess() throws IOException {
    importShop();
    try (Kindred serving = Kindred.open(data, Settings.DEFAULTS)) {
      assertEquals(0, run("search", "blue", "chair"), err);
      assertTrue(out.contains("Blue chair"), out);
      assertEquals(0, run("train", "--json"), err);
      assertTrue(serving.store().activeGeneration().isPresent());
      assertEquals(1, run("serve", "--port", "0"));
      assertTrue(err.contains("in use by another process"), err);
    }
  }

  @Test
  void aShopWithoutEventsIsToldSoInsteadOfTrained() throws IOException {
    Path file = Files.writeString(folder.resolve("p.jsonl"), "{\"id\":\"a\",\"title\":\"Good\"}\n");
    assertEquals(0, run("import", "products", file.toString()), err);
    assertEquals(1, run("train"));
    assertTrue(
        err.contains("kindred: there is nothing to learn from: the shop has no events"), err);
  }

  @Test
  void rejectedLinesAreCountedAndStrictStops() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("p.jsonl"),
            """
            {"id":"a","title":"Good"}
            {"id":"b","title":"Cheap","price":-3}
            {"id":"c","title":"Good too"}
            """);
    assertEquals(0, run("import", "products", file.toString(), "--json"));
    JsonNode summary = lastJson();
    assertEquals(1, summary.get("rejected").asInt());
    assertEquals(2, summary.get("created").asInt());
    assertTrue(err.contains("line 2: price must be a number"), err);
    data = folder.resolve("strict");
    assertEquals(1, run("import", "products", file.toString(), "--strict"));
    assertTrue(err.contains("stopped at line 2"), err);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | search                          | TEXT",
        "2 | serch lamp                      | search",
        "2 | search lamp --limit -1          | limit must be from 0 to 1000, got -1",
        "2 | search lamp --filter price<     | expected",
        "2 | search lamp --mode psychic      | psychic",
        "2 | recommend --user a --session b  | not both",
        "1 | search lamp                     | there is no shop in",
        "1 | restore nowhere                 | not a backup",
        "1 | import products nowhere.jsonl   | there is no file nowhere.jsonl",
        "2 | import shoes x.jsonl            | shoes",
        "1 | evaluate recommend --train no   | there is no file no",
        "2 | evaluate recommend --train no --algorithm magic | algorithm must be one of",
        "2 | evaluate cold-start --products a --events b --cold-share 2 | cold share",
        "1 | train --config nowhere.yaml     | there is no",
      })
  void mistakesAreOneLineAndAnExitStatus(int status, String line, String message) {
    assertEquals(status, run(line.split(" ")), err);
    assertTrue(err.contains(message), err);
    assertFalse(err.contains("\tat "), err);
    assertEquals("", out);
  }

  @Test
  void debugShowsWhere() {
    assertEquals(1, run("search", "lamp", "--debug"));
    assertTrue(err.contains("\tat "), err);
  }

  private void importShop() throws IOException {
    StringBuilder products = new StringBuilder();
    StringBuilder events = new StringBuilder("event_id,type,user,product,time\n");
    String[] colours = {"Red", "Blue", "Green"};
    String[] things = {
      "lamp", "chair", "table", "vase", "clock", "shelf", "rug", "mug", "bowl", "pen"
    };
    int n = 0;
    for (String thing : things) {
      for (String colour : colours) {
        products.append(
            "{\"id\":\"p%d\",\"title\":\"%s %s\",\"categories\":[\"%s\"]}%n"
                .formatted(n++, colour, thing, thing));
      }
    }
    for (int user = 0; user < 20; user++) {
      for (int i = 0; i < 8; i++) {
        // Everybody likes one colour.
        int product = ((user * 7 + i * 3) % 10) * 3 + user % 3;
        events.append(
            "e%d-%d,purchase,u%d,p%d,2026-01-%02dT10:00:00Z%n"
                .formatted(user, i, user, product, 1 + i));
      }
    }
    Path productFile = Files.writeString(folder.resolve("products.jsonl"), products);
    Path eventFile = Files.writeString(folder.resolve("events.csv"), events);
    assertEquals(0, run("import", "products", productFile.toString()), err);
    assertEquals(0, run("import", "events", eventFile.toString()), err);
    assertTrue(out.contains("160 new"), out);
  }

  private JsonNode lastJson() {
    return Json.parse(out.lines().toList().getLast());
  }

  private int run(String... arguments) {
    StringWriter outText = new StringWriter();
    StringWriter errText = new StringWriter();
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(outText));
    line.setErr(new PrintWriter(errText));
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    int status = line.execute(all);
    out = outText.toString();
    err = errText.toString();
    return status;
  }
}
