package dev.kindred.evaluation;

import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.learn.ProgressListener;
import dev.kindred.learn.RatingModel;
import dev.kindred.model.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How near a model's stars come to those that people gave, each fold of the ratings foretold from
 * the others.
 */
final class RatingExperiment {
  private static final int FOLDS = 5;

  private final Map<String, Integer> people = new HashMap<>();
  private final Map<String, Integer> items = new HashMap<>();
  private final List<Rating> ratings = new ArrayList<>();

  private record Rating(int person, int item, float stars, int fold) {}

  private RatingExperiment() {}

  /**
   * Measures on a file of ratings: {@link RatingLines}, or ratings in any form that import takes,
   * drawn into {@value #FOLDS} folds.
   *
   * @return {@code rmse}, {@code mae} and what they are of
   * @throws MalformedFileException if there are no ratings in two folds or more
   */
  static Map<String, Object> run(
      Path file, RatingModel.Settings settings, long seed, ProgressListener progress)
      throws IOException {
    RatingExperiment experiment = new RatingExperiment();
    if (RatingLines.recognises(file)) {
      RatingLines.read(file)
          .forEach(line -> experiment.add(line.user(), line.item(), line.stars(), line.fold()));
    } else {
      experiment.readEvents(file, seed);
    }
    List<Integer> folds =
        experiment.ratings.stream().map(Rating::fold).sorted().distinct().toList();
    if (folds.size() < 2) {
      throw new MalformedFileException(file + " must have ratings in two folds or more");
    }
    double squares = 0;
    double absolute = 0;
    for (int f = 0; f < folds.size(); f++) {
      RatingModel model = experiment.learn(folds.get(f), settings);
      for (Rating rating : experiment.ratings) {
        if (rating.fold() == folds.get(f)) {
          double off = rating.stars() - model.predict(rating.person(), rating.item());
          squares += off * off;
          absolute += Math.abs(off);
        }
      }
      progress.progress("folds of ratings", f + 1, folds.size());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rmse", Rounding.of(Math.sqrt(squares / experiment.ratings.size())));
    json.put("mae", Rounding.of(absolute / experiment.ratings.size()));
    json.put("ratings", experiment.ratings.size());
    json.put("folds", folds.size());
    return json;
  }

  private RatingModel learn(int fold, RatingModel.Settings settings) {
    List<Rating> known = ratings.stream().filter(r -> r.fold() != fold).toList();
    int[] personOf = known.stream().mapToInt(Rating::person).toArray();
    int[] itemOf = known.stream().mapToInt(Rating::item).toArray();
    float[] stars = new float[personOf.length];
    for (int n = 0; n < stars.length; n++) {
      stars[n] = known.get(n).stars();
    }
    return RatingModel.learn(people.size(), items.size(), personOf, itemOf, stars, settings);
  }

  private void readEvents(Path file, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    FileRecords.events(
        file,
        event -> {
          if (event.type() == EventType.RATING && event.product().isPresent()) {
            float stars = (float) event.value().orElse(0);
            add(event.person().id(), event.product().get(), stars, 1 + random.nextInt(FOLDS));
          }
        });
  }

  private void add(String person, String item, float stars, int fold) {
    ratings.add(
        new Rating(
            people.computeIfAbsent(person, p -> people.size()),
            items.computeIfAbsent(item, i -> items.size()),
            stars,
            fold));
  }
}
