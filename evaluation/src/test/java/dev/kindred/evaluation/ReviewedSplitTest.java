package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Review;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReviewedSplitTest {
  private static final List<String> CATALOGUE = List.of("a", "b", "c", "d");

  private static Preference had(String user, String item) {
    return new Preference(user, item, 1, Instant.EPOCH);
  }

  private static Review said(String user, String item) {
    return new Review(
        user + item,
        item,
        Optional.of(user),
        OptionalDouble.of(5),
        "",
        "of " + item + " by " + user,
        Optional.empty());
  }

  @Test
  void nobodysWordsMeetThemselves() {
    for (long seed = 0; seed < 20; seed++) {
      List<Preference> all = new ArrayList<>();
      List<Review> reviews = new ArrayList<>();
      for (int user = 0; user < 30; user++) {
        for (String item : CATALOGUE) {
          all.add(had("u" + user, item));
          reviews.add(said("u" + user, item));
        }
      }
      Set<String> cold = Set.of("b", "d");
      ReviewedSplit split =
          ReviewedSplit.of(CATALOGUE, all, reviews, cold, new SplittableRandom(seed));
      Set<String> ofCold = authors(split, cold);
      Set<String> ofOthers = authors(split, Set.of("a", "c"));
      assertEquals(30, ofCold.size() + ofOthers.size(), "seed " + seed);
      Set<String> both = new HashSet<>(ofCold);
      both.retainAll(ofOthers);
      assertEquals(Set.of(), both, "seed " + seed);
      assertTrue(ofCold.size() > 5 && ofOthers.size() > 5, "seed " + seed + " " + ofCold);
      for (int person : split.people()) {
        assertFalse(ofCold.contains(split.data().people().get(person)), "seed " + seed);
        assertEquals(2, split.data().held()[person].length);
      }
      assertEquals(ofOthers.size(), split.people().length);
      assertEquals(60, split.data().train().size(), "writers' other behaviour is learned from");
      assertEquals(0, split.data().train().itemDegree(1));
      assertEquals(0, split.data().train().itemDegree(3));
    }
  }

  private static Set<String> authors(ReviewedSplit split, Set<String> products) {
    Set<String> authors = new HashSet<>();
    products.forEach(p ->
        split
            .reviews()
            .getOrDefault(p, List.of())
            .forEach(review -> authors.add(review.user().orElseThrow())));
    return authors;
  }

  @Test
  void withoutReviewsEverybodyIsAsked() {
    List<Preference> all = List.of(had("u", "a"), had("u", "b"), had("v", "b"), had("v", "c"));
    ReviewedSplit split =
        ReviewedSplit.of(CATALOGUE, all, List.of(), Set.of("b"), new SplittableRandom(1));
    assertEquals(2, split.people().length);
    assertTrue(split.cold()[1]);
    assertFalse(split.cold()[0]);
  }
}
