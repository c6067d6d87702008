package dev.kindred.engine;

import dev.kindred.model.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user's events say about them, each statement with its evidence.
 *
 * @param events how many of each type
 * @param brands they chose, most often first
 * @param categories they chose, most often first
 * @param prices what they mostly pay: between these two lies the middle four fifths of the prices
 *     of the products they chose, in the currency of most; empty if fewer than three have one
 * @param aspects what their own reviews are about, most often first
 * @param recent product ids, newest first
 */
public record Profile(
    String user,
    Map<EventType, Long> events,
    Instant first,
    Instant last,
    List<Liking> brands,
    List<Liking> categories,
    Optional<PriceBand> prices,
    List<Liking> aspects,
    List<String> recent) {

  /** A range of prices in a currency, empty if prices have none, and how many products tell it. */
  public record PriceBand(BigDecimal from, BigDecimal to, String currency, int count) {}

  /** A brand, category or aspect, how often it was chosen, and in which products. */
  public record Liking(String name, int count, List<String> because) {
    public Liking {
      because = List.copyOf(because);
    }
  }
}
