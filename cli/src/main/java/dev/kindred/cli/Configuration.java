package dev.kindred.cli;

import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop has set, from a YAML file and the environment.
 *
 * @param engine how answers are made
 */
record Configuration(Settings engine) {

  /**
   * Reads the settings; what is not set keeps its default.
   *
   * @param environment whose {@code KINDRED_...} variables win over the file
   * @throws IllegalArgumentException naming an unknown setting with the nearest known one, or a
   *     value that breaks its rule
   */
  static Configuration read(Optional<Path> file, Map<String, String> environment)
      throws IOException {
    SettingValues values = SettingValues.read(file, environment);
    Settings usual = Settings.DEFAULTS;
    RankingWeights weights = usual.ranking();
    return new Configuration(
        new Settings(
            values.duration("refresh", usual.refresh()),
            new RankingWeights(
                values.number("ranking.lexical", weights.lexical()),
                values.number("ranking.personal", weights.personal()),
                values.number("ranking.popularity", weights.popularity()))));
  }
}
