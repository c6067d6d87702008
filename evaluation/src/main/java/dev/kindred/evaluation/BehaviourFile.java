package dev.kindred.evaluation;

import dev.kindred.indexer.ingest.FileRecords;
import dev.kindred.learn.EventWeights;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Reads files of behaviour: lists of items by user, ratings in folds, or events in any form that
 * import takes.
 */
final class BehaviourFile {
  private BehaviourFile() {}

  /** Everything in the file, in its order. */
  static List<Preference> read(Path file) throws IOException {
    if (RatingLines.recognises(file)) {
      return ratings(file);
    }
    return InteractionLists.recognises(file) ? lists(file) : events(file);
  }

  private static List<Preference> lists(Path file) throws IOException {
    List<Preference> preferences = new ArrayList<>();
    for (InteractionLists.Line line : InteractionLists.read(file)) {
      line.items().forEach(i -> preferences.add(new Preference(line.user(), i, 1, Instant.EPOCH)));
    }
    return preferences;
  }

  private static List<Preference> ratings(Path file) throws IOException {
    return RatingLines.read(file).stream()
        .map(line ->
            new Preference(
                line.user(),
                line.item(),
                (float)
                    EventWeights.DEFAULT.weight(
                        EventType.RATING, 1, OptionalDouble.of(line.stars()), Duration.ZERO),
                Instant.EPOCH))
        .toList();
  }

  /**
   * Events weigh by their type, stars and age, the age counted back from the person's newest event:
   * files of many years hold people who never met.
   */
  private static List<Preference> events(Path file) throws IOException {
    List<Event> events = new ArrayList<>();
    Map<String, Instant> newest = new HashMap<>();
    FileRecords.events(
        file,
        event -> {
          if (event.product().isPresent()) {
            events.add(event);
            newest.merge(event.person().id(), event.time(), BehaviourFile::later);
          }
        });
    List<Preference> preferences = new ArrayList<>(events.size());
    for (Event event : events) {
      String user = event.person().id();
      Instant now = newest.getOrDefault(user, event.time());
      float confidence = (float) EventWeights.DEFAULT.weight(event, now);
      String product = event.product().orElseThrow();
      preferences.add(new Preference(user, product, confidence, event.time()));
    }
    return preferences;
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
