package dev.kindred.cli;

import dev.kindred.api.ApiSettings;
import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.meaning.MeaningSettings;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.LearnerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop has set, from a YAML file and the environment.
 *
 * @param engine how answers are made
 * @param api how requests are taken
 */
record Configuration(Settings engine, ApiSettings api) {

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
    return new Configuration(engine(values), api(values));
  }

  private static Settings engine(SettingValues values) {
    Settings usual = Settings.DEFAULTS;
    return new Settings(
        values.duration("refresh", usual.refresh()),
        ranking(values, usual.ranking()),
        meaning(values),
        events(values, usual.events()),
        values.duration("trend_half_life", usual.trendHalfLife()),
        learner(values, usual.learner()),
        usual.clock());
  }

  private static RankingWeights ranking(SettingValues values, RankingWeights usual) {
    return new RankingWeights(
        values.number("ranking.lexical", usual.lexical()),
        values.number("ranking.semantic", usual.semantic()),
        values.number("ranking.category", usual.category()),
        values.number("ranking.personal", usual.personal()),
        values.number("ranking.popularity", usual.popularity()),
        business(values, usual.business()));
  }

  private static RankingWeights.Business business(
      SettingValues values, RankingWeights.Business usual) {
    return new RankingWeights.Business(
        values.number("ranking.availability", usual.availability()),
        values.number("ranking.rating", usual.rating()),
        values.number("ranking.freshness", usual.freshness()),
        values.number("ranking.price", usual.price()),
        values.number("ranking.review_count", usual.reviewCount()));
  }

  private static MeaningSettings meaning(SettingValues values) {
    return new MeaningSettings(
        values.flag("embedding.on", true),
        values.text("embedding.model").map(Path::of),
        values.text("embedding.cache").map(Path::of));
  }

  private static EventWeights events(SettingValues values, EventWeights usual) {
    return new EventWeights(
        values.number("events.view", usual.view()),
        values.number("events.click", usual.click()),
        values.number("events.cart", usual.cart()),
        values.number("events.purchase", usual.purchase()),
        values.number("events.like", usual.like()),
        values.number("events.dislike", usual.dislike()),
        values.number("events.rating", usual.rating()),
        values.number("events.neutral_stars", usual.neutralStars()),
        values.duration("events.half_life", usual.halfLife()));
  }

  private static LearnerSettings learner(SettingValues values, LearnerSettings usual) {
    LearnerSettings learner =
        switch (values.text("learner.algorithm").orElse("")) {
          case "" -> usual;
          case "als" -> LearnerSettings.ImplicitAls.DEFAULT;
          case "spectral" -> LearnerSettings.Spectral.DEFAULT;
          case "popularity" -> new LearnerSettings.Popularity();
          default ->
              throw new IllegalArgumentException(
                  "learner.algorithm must be als, spectral or popularity, got "
                      + values.text("learner.algorithm").orElse(""));
        };
    return learner.withFactors(values.whole("learner.factors", learner.factors()));
  }

  private static ApiSettings api(SettingValues values) {
    ApiSettings usual = ApiSettings.DEFAULTS;
    return new ApiSettings(
        values.text("api.host").orElse(usual.host()),
        values.whole("api.port", usual.port()),
        usual.mostBodyBytes(),
        usual.mostBulkBytes(),
        values.texts("api.origins", usual.origins()),
        new ApiSettings.Keys(values.text("api.search_key"), values.text("api.admin_key")),
        values.flag("api.access_log", usual.accessLog()),
        values.duration("api.patience", usual.patience()));
  }
}
