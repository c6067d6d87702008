package dev.kindred.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person did. */
public enum EventType {
  VIEW,
  CLICK,
  CART,
  PURCHASE,
  RATING,
  LIKE,
  DISLIKE,
  /** A query was asked; the one kind of event that is about a query and not about a product. */
  SEARCH;

  /** The name in JSON, files and URLs: {@code purchase}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with this {@link #label()}, or empty. */
  public static Optional<EventType> labelled(String label) {
    return Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
  }

  /** All labels for messages: {@code view, click, ...}. */
  public static String labels() {
    return Arrays.stream(values()).map(EventType::label).collect(Collectors.joining(", "));
  }
}
