package dev.kindred.indexer.aspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.analyzers.review.ReviewFindings;
import dev.kindred.analyzers.review.ReviewFindings.Fate;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AspectBookTest {
  @TempDir private Path folder;
  private final AtomicInteger read = new AtomicInteger();
  private final AtomicInteger sample = new AtomicInteger();

  @Test
  void followsReviewsAsTheyComeChangeAndGo() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"));
        AspectBook book = book(store)) {
      store.apply(List.of(put("r1", "p1", "sound", 5), put("r2", "p1", "sound", 1)));
      settle(store, book);
      assertEquals(2, mentions(book, "p1"));
      store.apply(List.of(put("r2", "p2", "sound", 5)));
      settle(store, book);
      assertEquals(1, mentions(book, "p1"));
      assertEquals(Set.of("p1", "p2"), book.products("sound", share -> share > 0.6));
      store.apply(List.of(new Change.DeleteReview("r1")));
      settle(store, book);
      assertEquals(Optional.empty(), book.of("p1"));
      assertEquals(Set.of(), book.products("battery", share -> true));
    }
  }

  @Test
  void afterARestartNothingIsReadTwice() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(List.of(put("r1", "p1", "ton\u00a0é\n\"", 5), put("r2", "p1", "sound", 1)));
      Optional<AspectSummary> before;
      try (AspectBook book = book(store)) {
        settle(store, book);
        before = book.of("p1");
      }
      try (AspectBook book = book(store)) {
        settle(store, book);
        assertEquals(before, book.of("p1"));
      }
      assertEquals(2, read.get());
    }
  }

  @Test
  void whatIsDeletedIsGoneFromTheDisk() throws Exception {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"));
        AspectBook book = book(store)) {
      store.apply(List.of(put("r1", "p1", "secret", 5), put("r2", "p1", "sound", 1)));
      settle(store, book);
      assertTrue(onDisk().contains("secret"));
      store.apply(List.of(new Change.DeleteReview("r1")));
      settle(store, book);
      assertFalse(onDisk().contains("secret"));
      assertTrue(onDisk().contains("sound"));
    }
  }

  @Test
  void oneReviewThatCannotBeReadStopsNoOther() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"));
        AspectBook book = book(store)) {
      // Of the second a sentence ends with half a character, which no file can hold.
      store.apply(
          List.of(
              put("r1", "p1", "fail", 5), put("r2", "p1", "half", 5), put("r3", "p1", "sound", 5)));
      settle(store, book);
      assertEquals(Set.of("p1"), book.products("sound", share -> true));
      assertEquals(Optional.empty(), book.trouble());
    }
  }

  /** With the thirty-second review there is something to learn, with the sixty-fourth more. */
  @Test
  void whenThereAreTwiceAsManyReviewsAllAreReadAgain() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      try (AspectBook book = book(store)) {
        store.apply(puts(0, 31));
        settle(store, book);
        assertEquals(List.of(31, 0), List.of(read.get(), sample.get()));
        store.apply(puts(31, 40));
        settle(store, book);
        assertEquals(40, sample.get());
      }
      int before = read.get();
      assertTrue(before >= 71, () -> before + " readings");
      try (AspectBook book = book(store)) {
        store.apply(puts(40, 50));
        settle(store, book);
        assertEquals(before + 10, read.get());
      }
    }
  }

  private static List<Change> puts(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> put("r" + i, "p", "sound " + i, 5)).toList();
  }

  private String onDisk() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("aspects"))) {
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  /** Reads a review's text as the name of the aspect and its stars as the sentiment. */
  private AspectBook book(Store store) {
    return AspectBook.open(
        store,
        folder.resolve("aspects"),
        some ->
            review -> {
              sample.set(some.size());
              read.incrementAndGet();
              if (review.text().equals("fail")) {
                throw new IllegalStateException("cannot be read");
              }
              boolean liked = review.stars().orElse(3) > 3;
              String sentence = review.text().equals("half") ? "\ud83d" : review.id();
              Opinion opinion = new Opinion(review.text(), sentence, liked ? 1 : 0, liked ? 0 : 1);
              return new ReviewFindings(Fate.READ, List.of(opinion));
            });
  }

  private static int mentions(AspectBook book, String product) {
    return book.of(product).orElseThrow().aspects().getFirst().mentions();
  }

  private static void settle(Store store, AspectBook book) throws InterruptedException {
    assertTrue(book.await(store.sequence(), Duration.ofSeconds(20)));
  }

  private static Change put(String id, String product, String text, double stars) {
    return new Change.PutReview(
        new Review(
            id, product, Optional.empty(), OptionalDouble.of(stars), "", text, Optional.empty()));
  }
}
