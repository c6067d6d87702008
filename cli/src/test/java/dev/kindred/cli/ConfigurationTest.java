package dev.kindred.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  @TempDir Path folder;

  @Test
  void fileAndEnvironmentTogether() throws IOException {
    Path file =
        write(
            """
            refresh: 500ms
            ranking:
              personal: 0.5
            api:
              port: 8080
              origins: [https://a.example, https://b.example]
            """);
    Configuration read =
        Configuration.read(
            Optional.of(file),
            Map.of("KINDRED_API_PORT", "9090", "KINDRED_JAVA_HOME", "/jdk", "PATH", "/bin"));
    assertEquals(Duration.ofMillis(500), read.engine().refresh());
    assertEquals(0.5, read.engine().ranking().personal());
    assertEquals(9090, read.api().port());
    assertEquals(List.of("https://a.example", "https://b.example"), read.api().origins());
    assertEquals("127.0.0.1", read.api().host());
  }

  @Test
  void everySettingCanBeSetByItsVariable() throws IOException {
    for (String name : SettingValues.NAMES) {
      String value =
          switch (name) {
            case "refresh", "trend_half_life", "events.half_life", "api.patience" -> "2d";
            case "learner.algorithm" -> "spectral";
            case "api.access_log" -> "true";
            case "embedding.on" -> "false";
            case "api.host", "api.origins" -> "localhost";
            case "api.search_key", "api.admin_key" -> "0123456789abcdef";
            case "events.dislike" -> "-0.7";
            case "learner.factors", "api.port" -> "77";
            default -> "0.7";
          };
      Map<String, String> environment =
          name.equals("api.search_key")
              ? Map.of(
                  SettingValues.variable(name), value, "KINDRED_API_ADMIN_KEY", "fedcba9876543210")
              : Map.of(SettingValues.variable(name), value);
      Configuration changed = Configuration.read(Optional.empty(), environment);
      Configuration usual = Configuration.read(Optional.empty(), Map.of());
      boolean differs =
          !changed.engine().equals(usual.engine()) || !changed.api().equals(usual.api());
      assertTrue(differs, name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rankng: {personal: 1}         | rankng.personal in | did you mean ranking.personal?",
        "ranking: {lexical: high}      | ranking.lexical in | must be a number, got high",
        "refresh: 1                    | refresh in         | must be a time like 500ms",
        "api: {port: 70000}            | port               | 70000",
        "ranking: {personal: -1}       | personal           | >= 0",
        "learner: {algorithm: magic}   | learner.algorithm  | als, spectral or popularity",
        "'refresh: [1'                 | line               | must be YAML",
        "just words                    | a value without    | there are refresh",
      })
  void wrongFilesAreNamed(String yaml, String what, String rule) throws IOException {
    Path file = write(yaml + "\n");
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Configuration.read(Optional.of(file), Map.of()))
            .getMessage();
    assertTrue(message.contains(what) && message.contains(rule), message);
  }

  @Test
  void misspeltVariableIsNamed() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Configuration.read(Optional.empty(), Map.of("KINDRED_API_PROT", "1")))
            .getMessage();
    assertTrue(message.contains("did you mean KINDRED_API_PORT?"), message);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("kindred.yaml"), yaml);
  }
}
