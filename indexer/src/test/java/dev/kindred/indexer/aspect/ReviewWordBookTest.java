package dev.kindred.indexer.aspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.ReviewWords;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Review;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewWordBookTest {
  private static final List<String> WORDS =
      List.of("quiet", "loud", "sturdy", "flimsy", "bright", "dull");

  @TempDir private Path folder;
  private final ReviewWordBook book = new ReviewWordBook();
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(folder.resolve("kindred.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Review review(String id, String product, String user, String text) {
    return new Review(
        id, product, Optional.of(user), OptionalDouble.of(4), "", text, Optional.empty());
  }

  private void apply(Change... changes) {
    store.apply(List.of(changes));
    book.follow(store);
  }

  private List<String> changedAfter(long sequence) {
    return book.changedAfter(sequence).stream().map(ReviewWordBook.Changed::product).toList();
  }

  @Test
  void saysWhoseWordsChangedAfterANumber() {
    assertTrue(book.isEmpty());
    apply(new Change.PutReview(review("r1", "a", "u", "quiet")));
    long first = store.sequence();
    apply(new Change.PutReview(review("r2", "b", "u", "loud")));
    assertEquals(List.of("a", "b"), changedAfter(0));
    assertEquals(List.of("b"), changedAfter(first));
    apply(new Change.PutReview(review("r3", "a", "u", "sturdy")));
    assertEquals(List.of("b", "a"), changedAfter(0));
    long third = store.sequence();
    apply(new Change.PutReview(review("r4", "a", "v", "sturdy")));
    assertEquals(List.of(), changedAfter(third), "the same words again are no change");
  }

  @Test
  void aReviewThatMovesToAnotherProductIsGoneFromTheFirst() {
    apply(new Change.PutReview(review("r1", "a", "u", "quiet")));
    apply(new Change.PutReview(review("r1", "b", "u", "quiet")));
    assertEquals(ReviewWords.NONE, book.of("a"));
    assertEquals(1, book.of("b").reviews());
    assertEquals(0, book.likeness("a", "b"));
  }

  @Test
  void whatSomebodyForgottenSaidIsGone() {
    apply(
        new Change.PutReview(review("r1", "a", "u", "quiet")),
        new Change.PutReview(review("r2", "a", "v", "sturdy")),
        new Change.PutReview(review("r3", "b", "v", "quiet")));
    long before = store.sequence();
    assertTrue(book.likeness("a", "b") > 0);
    apply(new Change.ForgetPerson("u"));
    assertEquals(ReviewWords.of(List.of(review("r2", "a", "v", "sturdy"))), book.of("a"));
    assertEquals(0, book.likeness("a", "b"));
    assertEquals(List.of("a"), changedAfter(before));
  }

  /** Against words made of all reviews that there are, after each of many changes. */
  @Test
  void followsWhateverHappens() {
    for (long seed = 0; seed < 5; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<String, Review> there = new HashMap<>();
      for (int round = 0; round < 40; round++) {
        String id = "r" + seed + "-" + random.nextInt(12);
        if (random.nextInt(4) == 0 && there.remove(id) != null) {
          apply(new Change.DeleteReview(id));
        } else {
          String text = WORDS.get(random.nextInt(6)) + " " + WORDS.get(random.nextInt(6));
          Review review = review(id, "p" + seed + random.nextInt(3), "u", text);
          there.put(id, review);
          apply(new Change.PutReview(review));
        }
        Map<String, List<Review>> byProduct = new HashMap<>();
        there
            .values()
            .forEach(r -> byProduct.computeIfAbsent(r.product(), p -> new ArrayList<>()).add(r));
        for (int product = 0; product < 3; product++) {
          String name = "p" + seed + product;
          assertEquals(
              ReviewWords.of(byProduct.getOrDefault(name, List.of())),
              book.of(name),
              "seed " + seed + ", round " + round);
        }
      }
    }
  }
}
