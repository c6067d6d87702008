package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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
    SortedSet<String> userIds = new TreeSet<>();
    SortedSet<String> itemIds = new TreeSet<>();
    for (List<Preference> part : List.of(train, test)) {
      for (Preference preference : part) {
        userIds.add(preference.user());
        itemIds.add(preference.item());
      }
    }
    Map<String, Integer> users = numbered(userIds);
    Map<String, Integer> items = numbered(itemIds);
    Interactions.Builder builder = Interactions.builder(users.size(), items.size());
    for (Preference p : train) {
      builder.add(users.get(p.user()), items.get(p.item()), p.confidence());
    }
    Interactions known = builder.build();
    List<TreeSet<Integer>> held = userIds.stream().map(u -> new TreeSet<Integer>()).toList();
    for (Preference p : test) {
      if (p.confidence() > 0) {
        held.get(users.get(p.user())).add(items.get(p.item()));
      }
    }
    int[][] numbers = new int[users.size()][];
    for (int person = 0; person < numbers.length; person++) {
      TreeSet<Integer> toGuess = held.get(person);
      for (int at = known.rowStart(person); at < known.rowEnd(person); at++) {
        toGuess.remove(known.rowItem(at));
      }
      numbers[person] = toGuess.stream().mapToInt(i -> i).toArray();
    }
    return new HeldOut(List.copyOf(userIds), List.copyOf(itemIds), known, numbers);
  }

  private static Map<String, Integer> numbered(SortedSet<String> ids) {
    Map<String, Integer> numbers = new TreeMap<>();
    ids.forEach(id -> numbers.put(id, numbers.size()));
    return numbers;
  }
}
