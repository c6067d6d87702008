package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Behaviour in two parts: what may be learned from, and what has to be guessed.
 *
 * <p>Items are numbered in the order of their ids, so that the lower number wins a tie.
 *
 * @param people ids by number
 * @param items ids by number: everything in either part
 * @param train what may be learned from
 * @param held item numbers to be guessed for each person, ascending; none of them are in {@code
 *     train} for that person
 */
record HeldOut(List<String> people, List<String> items, Interactions train, int[][] held) {

  /** Numbers people and items and leaves out of {@code test} what {@code train} has already. */
  static HeldOut of(List<Preference> train, List<Preference> test) {
    return of(sortedIds(train, test, Preference::item), train, test);
  }

  /**
   * The same with given items.
   *
   * @param items ids, ascending, of everything in either part and perhaps more
   */
  static HeldOut of(List<String> items, List<Preference> train, List<Preference> test) {
    List<String> people = sortedIds(train, test, Preference::user);
    Interactions.Builder builder = Interactions.builder(people.size(), items.size());
    for (Preference p : train) {
      builder.add(number(people, p.user()), number(items, p.item()), p.confidence());
    }
    Interactions known = builder.build();
    List<TreeSet<Integer>> held = people.stream().map(person -> new TreeSet<Integer>()).toList();
    for (Preference p : test) {
      if (p.confidence() > 0) {
        held.get(number(people, p.user())).add(number(items, p.item()));
      }
    }
    int[][] numbers = new int[people.size()][];
    for (int person = 0; person < numbers.length; person++) {
      TreeSet<Integer> toGuess = held.get(person);
      for (int at = known.rowStart(person); at < known.rowEnd(person); at++) {
        toGuess.remove(known.rowItem(at));
      }
      numbers[person] = toGuess.stream().mapToInt(i -> i).toArray();
    }
    return new HeldOut(people, items, known, numbers);
  }

  private static List<String> sortedIds(
      List<Preference> train, List<Preference> test, Function<Preference, String> id) {
    return Stream.concat(train.stream(), test.stream()).map(id).sorted().distinct().toList();
  }

  private static int number(List<String> ids, String id) {
    return Collections.binarySearch(ids, id);
  }
}
