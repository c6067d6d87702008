package dev.kindred.engine;

/** A request is about a product that is not in the catalogue. */
public final class UnknownProductException extends RuntimeException {
  private final String id;

  public UnknownProductException(String id) {
    super("there is no product " + id);
    this.id = id;
  }

  /** The id as it was given. */
  public String id() {
    return id;
  }
}
