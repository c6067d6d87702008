package dev.kindred.api.route;

/** Who may make a call when keys are set. */
public enum Access {
  /** Everybody. */
  OPEN,
  /** A shop's visitors: the search key or the admin key. */
  PUBLIC,
  /** The shop itself: the admin key. */
  ADMIN
}
