package dev.kindred.engine;

import dev.kindred.model.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a user's events say about them, each statement with its evidence.
 *
 * @param events how many of each type
 * @param brands they chose, most often first
 * @param categories they chose, most often first
 * @param recent product ids, newest first
 */
public record Profile(
    String user,
    Map<EventType, Long> events,
    Instant first,
    Instant last,
    List<Liking> brands,
    List<Liking> categories,
    List<String> recent) {

  /** A brand or category, how often it was chosen, and in which products. */
  public record Liking(String name, int count, List<String> because) {
    public Liking {
      because = List.copyOf(because);
    }
  }
}
