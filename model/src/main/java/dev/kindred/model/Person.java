package dev.kindred.model;

/**
 * Who did something or asks: a known user, or an anonymous session.
 *
 * @param id the shop's id of the user or session, 1 to 512 characters
 */
public record Person(Kind kind, String id) {

  /** Whether the shop knows who it is. */
  public enum Kind {
    USER,
    SESSION
  }

  public Person {
    Checks.id(kind == Kind.USER ? "user" : "session", id);
  }

  /** A known user. */
  public static Person user(String id) {
    return new Person(Kind.USER, id);
  }

  /** An anonymous session. */
  public static Person session(String id) {
    return new Person(Kind.SESSION, id);
  }
}
