package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Behaviour of which some products are held out altogether, with reviews that say nothing of it.
 *
 * <p>Half of the people are writers. Of a cold product only the writers' reviews are known, and
 * writers are not asked about it; of other products only the others' are. So nobody's words help to
 * recommend a product to themselves, and what the words of one person are like tells nothing:
 * nobody speaks of cold and of other products both.
 *
 * @param data held out are the cold products, for those who are no writers
 * @param cold by item number
 * @param reviews that are known, by product
 */
record ReviewedSplit(HeldOut data, boolean[] cold, Map<String, List<Review>> reviews) {

  /**
   * @param catalogue product ids, ascending
   * @param all behaviour on these products
   * @param cold ids of the products that lose it
   * @param random draws the writers; not used where there are no reviews
   */
  static ReviewedSplit of(
      List<String> catalogue,
      List<Preference> all,
      List<Review> reviews,
      Set<String> cold,
      SplittableRandom random) {
    Map<String, Boolean> writers = new HashMap<>();
    if (!reviews.isEmpty()) {
      all.stream()
          .map(Preference::user)
          .sorted()
          .distinct()
          .forEach(user -> writers.put(user, random.nextBoolean()));
    }
    List<Preference> train = new ArrayList<>();
    List<Preference> test = new ArrayList<>();
    for (Preference each : all) {
      if (!cold.contains(each.item())) {
        train.add(each);
      } else if (!writers.getOrDefault(each.user(), false)) {
        test.add(each);
      }
    }
    Map<String, List<Review>> known = new HashMap<>();
    for (Review review : reviews) {
      boolean writer = writers.getOrDefault(review.user().orElse(""), false);
      if (writer == cold.contains(review.product())) {
        known.computeIfAbsent(review.product(), p -> new ArrayList<>()).add(review);
      }
    }
    boolean[] isCold = new boolean[catalogue.size()];
    for (int item = 0; item < isCold.length; item++) {
      isCold[item] = cold.contains(catalogue.get(item));
    }
    return new ReviewedSplit(HeldOut.of(catalogue, train, test), isCold, known);
  }

  /** People who are no writers, had cold products and others, ascending. */
  int[] people() {
    Interactions train = data.train();
    return IntStream.of(RankingOfPeople.judged(data))
        .filter(person -> train.personDegree(person) > 0)
        .toArray();
  }
}
