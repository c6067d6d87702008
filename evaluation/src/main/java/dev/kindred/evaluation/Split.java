package dev.kindred.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Behaviour divided into what may be learned from and what has to be guessed.
 *
 * @param train earlier
 * @param test later
 */
record Split(List<Preference> train, List<Preference> test) {
  private static final int FEWEST = 5;

  /**
   * Holds out the latest fifth of what each person did, of people with five or more; where the file
   * has no times, a fifth drawn at random.
   */
  static Split lastFifth(List<Preference> all, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Map<String, List<Preference>> byUser = new TreeMap<>();
    all.forEach(p -> byUser.computeIfAbsent(p.user(), u -> new ArrayList<>()).add(p));
    List<Preference> train = new ArrayList<>();
    List<Preference> test = new ArrayList<>();
    for (List<Preference> his : byUser.values()) {
      shuffle(his, random);
      his.sort(Comparator.comparing(Preference::time));
      int kept = his.size() < FEWEST ? his.size() : his.size() - his.size() / FEWEST;
      train.addAll(his.subList(0, kept));
      test.addAll(his.subList(kept, his.size()));
    }
    return new Split(train, test);
  }

  /** In an order that the seed decides, whatever order the file had. */
  static void shuffle(List<Preference> list, SplittableRandom random) {
    list.sort(Comparator.comparing(Preference::item).thenComparing(Preference::time));
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Preference moved = list.set(i, list.get(j));
      list.set(j, moved);
    }
  }
}
