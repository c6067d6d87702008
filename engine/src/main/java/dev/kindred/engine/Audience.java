package dev.kindred.engine;

import dev.kindred.model.Person;
import java.util.List;
import java.util.Optional;

/**
 * For whom an answer is: a known person, an anonymous session, a basket, or nobody.
 *
 * @param person whose stored events count
 * @param items recent or liked product ids, newest last, counted beside the stored events
 * @param notItems product ids that the person does not like
 */
public record Audience(Optional<Person> person, List<String> items, List<String> notItems) {

  /** Nobody in particular. */
  public static final Audience NOBODY = new Audience(Optional.empty(), List.of(), List.of());

  private static final int MOST_ITEMS = 1_000;

  public Audience {
    items = List.copyOf(items);
    notItems = List.copyOf(notItems);
    if (items.size() + notItems.size() > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "items must be at most " + MOST_ITEMS + ", got " + (items.size() + notItems.size()));
    }
  }

  /** A person with their stored events. */
  public static Audience of(Person person) {
    return new Audience(Optional.of(person), List.of(), List.of());
  }

  /** Somebody of whom only these products are known. */
  public static Audience ofItems(List<String> items) {
    return new Audience(Optional.empty(), items, List.of());
  }

  /** Whether nothing is known that could make an answer personal. */
  public boolean isNobody() {
    return person.isEmpty() && items.isEmpty() && notItems.isEmpty();
  }
}
