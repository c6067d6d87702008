package dev.kindred.learn;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.InvalidFieldException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How much one event says about a person's liking of a product.
 *
 * <p>The contribution is the weight of its type, times {@code 1 + ln(quantity)}, times {@code
 * 2^(-age / halfLife)}. A rating's weight runs linearly from {@code neutralStars}, which says
 * nothing, to {@code rating} at five stars; fewer stars are negative. A search says nothing about a
 * product.
 *
 * <p>Count the age back from the newest event known, not from the clock: a shop that imports last
 * year's orders should not find them all but forgotten.
 *
 * @param view of a product's page; at least 0, as the others but dislike
 * @param dislike at most 0
 * @param rating at five stars
 * @param neutralStars stars that say neither, 0 to below 5
 * @param halfLife after which an event counts half, above zero
 */
public record EventWeights(
    double view,
    double click,
    double cart,
    double purchase,
    double like,
    double dislike,
    double rating,
    double neutralStars,
    Duration halfLife) {

  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /**
   * View 0.2, click 0.3, cart 0.6, purchase and like 1, dislike -1, five stars 1, neutral at 2.5
   * stars, half after 180 days.
   */
  public static final EventWeights DEFAULT =
      new EventWeights(0.2, 0.3, 0.6, 1, 1, -1, 1, 2.5, Duration.ofDays(180));

  /**
   * @throws InvalidFieldException naming the first weight that breaks its rule
   */
  public EventWeights {
    atLeastZero("view", view);
    atLeastZero("click", click);
    atLeastZero("cart", cart);
    atLeastZero("purchase", purchase);
    atLeastZero("like", like);
    atLeastZero("rating", rating);
    if (!(dislike <= 0) || Double.isInfinite(dislike)) {
      throw new InvalidFieldException("dislike", "a number <= 0", dislike);
    }
    if (!(neutralStars >= 0 && neutralStars < 5)) {
      throw new InvalidFieldException("neutral_stars", "from 0 to below 5", neutralStars);
    }
    if (!halfLife.isPositive()) {
      throw new InvalidFieldException("half_life", "longer than zero", halfLife);
    }
  }

  /**
   * The contribution of one event.
   *
   * @param quantity 1 or more
   * @param value stars where it is a rating, else ignored
   * @param age of the event; a negative age counts as none
   */
  public double weight(EventType type, int quantity, OptionalDouble value, Duration age) {
    double ofType =
        switch (type) {
          case VIEW -> view;
          case CLICK -> click;
          case CART -> cart;
          case PURCHASE -> purchase;
          case LIKE -> like;
          case DISLIKE -> dislike;
          case RATING -> stars(value);
          case SEARCH -> 0;
        };
    return ofType == 0 ? 0 : ofType * (1 + Math.log(Math.max(1, quantity))) * recency(age);
  }

  /** The contribution of an event as seen from a later moment. */
  public double weight(Event event, Instant now) {
    return weight(
        event.type(), event.quantity(), event.value(), Duration.between(event.time(), now));
  }

  /** The part of an event's weight that is left at this age, above 0 to 1. */
  public double recency(Duration age) {
    return age.isPositive() ? Math.exp(-Math.log(2) * days(age) / days(halfLife)) : 1;
  }

  private double stars(OptionalDouble value) {
    return value.isPresent()
        ? rating * (value.getAsDouble() - neutralStars) / (5 - neutralStars)
        : 0;
  }

  private static double days(Duration duration) {
    return duration.toSeconds() * 1000.0 / MILLIS_PER_DAY
        + duration.getNano() / 1e6 / MILLIS_PER_DAY;
  }

  private static void atLeastZero(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InvalidFieldException(field, "a number >= 0", value);
    }
  }
}
