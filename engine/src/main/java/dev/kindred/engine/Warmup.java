package dev.kindred.engine;

import dev.kindred.indexer.store.StoredEvent;
import dev.kindred.model.Event;
import dev.kindred.model.Person;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Asks a shop that was just opened what its visitors will ask, in the background, until the
 * compiler has seen enough: without it the first visitors would wait for code that is still being
 * compiled. What it asks leaves no trace.
 */
public final class Warmup implements AutoCloseable {
  /** How long it asks if nobody closes it. */
  private static final Duration ENOUGH = Duration.ofSeconds(6);

  private static final int PRODUCTS = 500;
  private static final int EVENTS = 2_000;
  private static final int PAGE = 10;
  private static final int LONGEST = 100;

  private final Kindred kindred;
  private final Thread thread = Thread.ofPlatform().name("warm-up").daemon().unstarted(this::run);
  private final SplittableRandom random = new SplittableRandom(1);
  private volatile boolean closed;

  public Warmup(Kindred kindred) {
    this.kindred = kindred;
  }

  /** Begins; {@link #close} it before the shop is closed. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      ask();
    } catch (RuntimeException e) {
      // Visitors who ask the same are told what is wrong; nobody waits for this.
      closed = true;
    }
  }

  private void ask() {
    List<Hit> products = kindred.recommend(RecommendRequest.of(Audience.NOBODY, PRODUCTS)).hits();
    List<String> users = users();
    long end = System.nanoTime() + ENOUGH.toNanos();
    while (!products.isEmpty() && !closed && System.nanoTime() < end) {
      Hit product = products.get(random.nextInt(products.size()));
      Audience audience =
          users.isEmpty()
              ? Audience.NOBODY
              : Audience.of(Person.user(users.get(random.nextInt(users.size()))));
      kindred.search(
          SearchRequest.of(words(product.product().title()), PAGE).forAudience(audience));
      kindred.recommend(RecommendRequest.of(audience, PAGE));
    }
  }

  /** Whose events came last. */
  private List<String> users() {
    long newest = kindred.store().sequence();
    return kindred.store().events(Math.max(0, newest - EVENTS), EVENTS).stream()
        .map(StoredEvent::event)
        .map(Event::user)
        .flatMap(user -> user.stream())
        .distinct()
        .toList();
  }

  /** Two words of a title that stand together, or its only one. */
  private String words(String title) {
    List<String> words = List.of(title.split("\\s+"));
    int first = random.nextInt(Math.max(1, words.size() - 1));
    String two = String.join(" ", words.subList(first, Math.min(words.size(), first + 2)));
    return two.substring(0, Math.min(LONGEST, two.length()));
  }

  /** Ends it and waits until it has ended. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
