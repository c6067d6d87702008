package dev.kindred.api.calls;

import dev.kindred.engine.Answer;
import dev.kindred.indexer.store.AskedQuery;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.store.StoreException;
import dev.kindred.model.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes what is searched for, without who asks. Where results follow the typing, each letter is a
 * search: of those that one person makes in quick succession, each going on from the one before,
 * only the last counts. Nothing waits for this.
 */
public final class QueryLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QueryLog.class);
  private static final Duration TYPING = Duration.ofSeconds(2);
  private static final int MOST_WAITING = 10_000;
  private static final int LONGEST = 200;

  private record Waiting(AskedQuery query, Instant since) {}

  private final Store store;
  private final InstantSource clock;
  private final Map<String, Waiting> typing = new LinkedHashMap<>();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("query-log").factory());
  private List<AskedQuery> ready = new ArrayList<>();

  public QueryLog(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    var unused = writer.scheduleWithFixedDelay(this::write, 1, 1, TimeUnit.SECONDS);
  }

  /** A first page was answered. */
  public synchronized void asked(Optional<Person> person, String words, Answer answer) {
    String query = counted(words);
    if (query.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    AskedQuery asked = new AskedQuery(answer.queryId(), query, answer.found(), now);
    String who = person.map(p -> p.kind() + p.id()).orElse("");
    Waiting before = typing.remove(who);
    if (before != null && !isContinued(before, query, now)) {
      ready.add(before.query());
    }
    typing.put(who, new Waiting(asked, now));
    if (typing.size() + ready.size() > MOST_WAITING) {
      typing.clear(); // more than can be written down: figures are no record
      ready.clear();
    }
  }

  private static boolean isContinued(Waiting before, String query, Instant now) {
    String earlier = before.query().query();
    return now.isBefore(before.since().plus(TYPING))
        && (query.startsWith(earlier) || earlier.startsWith(query));
  }

  /** Case and blanks make no other query. */
  private static String counted(String words) {
    String query = words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    return query.length() > LONGEST ? query.substring(0, LONGEST) : query;
  }

  private void write() {
    note(settled(clock.instant().minus(TYPING)));
  }

  private void note(List<AskedQuery> queries) {
    if (queries.isEmpty()) {
      return;
    }
    try {
      store.noteQueries(queries);
    } catch (StoreException e) {
      LOG.warn("{} searches are missing from the figures: {}", queries.size(), e.getMessage());
    }
  }

  /** Takes out what nobody types any more. */
  private synchronized List<AskedQuery> settled(Instant before) {
    typing
        .values()
        .removeIf(waiting -> !waiting.since().isAfter(before) && ready.add(waiting.query()));
    List<AskedQuery> queries = ready;
    ready = new ArrayList<>();
    return queries;
  }

  /** Writes down the rest. */
  @Override
  public void close() {
    writer.close();
    note(settled(Instant.MAX));
  }
}
