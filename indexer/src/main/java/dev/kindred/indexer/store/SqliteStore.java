package dev.kindred.indexer.store;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Review;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The embedded store: one SQLite file in write-ahead mode.
 *
 * <p>One thread writes ({@link GroupCommit}); readers see the last commit without waiting for it.
 * Another process may write the same file at the same time; the file must be on a local disk.
 */
public final class SqliteStore implements Store {
  private static final int READERS = 4;
  private static final int EVENTS_A_PAGE = 10_000;

  private final Path file;
  private final Connection writer;
  private final GroupCommit commits;
  private final ReaderPool readers;
  private final Jdbi jdbi;
  private final EventCounts eventCounts = new EventCounts();
  private final AtomicBoolean closed = new AtomicBoolean();

  private SqliteStore(Path file, Connection writer, ReaderPool readers) {
    this.file = file;
    this.writer = writer;
    this.readers = readers;
    this.jdbi = Jdbi.create(readers);
    this.commits = new GroupCommit(file, new WriteTransaction(writer));
  }

  /**
   * Opens the store, new if the file is not there, brought to this program's version if it is
   * older.
   *
   * @throws NewerDataException if a newer Kindred wrote it
   */
  public static SqliteStore open(Path file) {
    return open(file, Migrations.shipped());
  }

  static SqliteStore open(Path file, Migrations migrations) {
    Database database = new Database(file);
    try {
      Connection writer = database.openWriter(migrations);
      try {
        return new SqliteStore(file, writer, new ReaderPool(database, READERS));
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw Failures.explained(file, e);
    }
  }

  @Override
  public List<Outcome> apply(List<Change> changes) {
    List<Change> copy = List.copyOf(changes);
    return commits.run(transaction -> {
      List<Outcome> outcomes = new ArrayList<>(copy.size());
      for (Change change : copy) {
        outcomes.add(transaction.changes().apply(change));
      }
      return List.copyOf(outcomes);
    });
  }

  @Override
  public long sequence() {
    return read(StoreQueries::sequence);
  }

  @Override
  public Optional<StoredProduct> product(String id) {
    return read(handle -> ProductTable.product(handle, id));
  }

  @Override
  public Map<String, StoredProduct> products(Collection<String> ids) {
    Map<String, StoredProduct> products = new LinkedHashMap<>();
    read(handle -> ProductTable.products(handle, ids))
        .forEach(product -> products.put(product.product().id(), product));
    return products;
  }

  @Override
  public Map<String, Integer> productNumbers(Collection<String> ids) {
    return read(handle -> ProductTable.numbers(handle, ids));
  }

  @Override
  public List<ProductChange> productChanges(long after, int limit) {
    return read(handle -> ProductTable.changes(handle, after, limit));
  }

  @Override
  public List<StoredEvent> events(long after, int limit) {
    return read(handle -> EventTable.events(handle, after, limit));
  }

  @Override
  public void forEachEvent(long after, Consumer<StoredEvent> consumer) {
    List<StoredEvent> page = events(after, EVENTS_A_PAGE);
    while (!page.isEmpty()) {
      page.forEach(consumer);
      page = events(page.getLast().sequence(), EVENTS_A_PAGE);
    }
  }

  @Override
  public List<Touch> touches(long after, int limit) {
    return read(handle -> EventTable.touches(handle, after, limit));
  }

  @Override
  public int[] productKeys(int fromNumber) {
    return read(handle -> ProductTable.keys(handle, fromNumber));
  }

  @Override
  public List<Event> eventsOf(Person person, int limit) {
    return read(handle -> EventTable.eventsOf(handle, person, limit));
  }

  @Override
  public List<Engagement> engagements(Person person, int limit) {
    return ask(statements -> EventTable.engagements(statements, person, limit));
  }

  @Override
  public List<List<Engagement>> audience(int number, int people, int each) {
    return ask(statements -> EventTable.audience(statements, number, people, each));
  }

  @Override
  public int[] numbersOf(Person person, Set<EventType> types) {
    return types.isEmpty()
        ? new int[0]
        : read(handle -> EventTable.numbersOf(handle, person, types));
  }

  @Override
  public Map<Integer, String> productIds(Collection<Integer> numbers) {
    return read(handle -> ProductTable.ids(handle, numbers));
  }

  @Override
  public Map<String, Long> busiestUsers(int limit) {
    return read(handle -> EventTable.busiestUsers(handle, limit));
  }

  @Override
  public Set<String> productsOf(Person person, Set<EventType> types) {
    return types.isEmpty()
        ? Set.of()
        : read(handle -> EventTable.productsOf(handle, person, types));
  }

  @Override
  public List<Review> reviewsOf(String product, int limit) {
    return read(handle -> ReviewTable.reviewsOf(handle, product, limit));
  }

  @Override
  public List<Review> reviewsBy(String user, int limit) {
    return read(handle -> ReviewTable.reviewsBy(handle, user, limit));
  }

  @Override
  public List<ReviewChange> reviewChanges(long after, int limit) {
    return read(handle -> ReviewTable.changes(handle, after, limit));
  }

  @Override
  public List<Long> forgottenAfter(long after) {
    return read(handle -> StoreQueries.forgottenAfter(handle, after));
  }

  @Override
  public Optional<Document> document(String kind, String id) {
    return read(handle -> DocumentTable.document(handle, kind, id));
  }

  @Override
  public List<Document> documents(String kind) {
    return read(handle -> DocumentTable.documents(handle, kind));
  }

  @Override
  public long documentsSequence(String kind) {
    return read(handle -> DocumentTable.sequence(handle, kind));
  }

  @Override
  public GenerationRecord addGeneration(Instant createdAt) {
    return commits.run(transaction -> GenerationTable.add(transaction, createdAt));
  }

  @Override
  public void describeGeneration(int number, GenerationRecord.State state, String figures) {
    commits.run(transaction -> {
      GenerationTable.describe(transaction, number, state, figures);
      return number;
    });
  }

  @Override
  public void activateGeneration(int number) {
    commits.run(transaction -> {
      GenerationTable.activate(transaction, number);
      return number;
    });
  }

  @Override
  public List<GenerationRecord> generations() {
    return read(GenerationTable::all);
  }

  @Override
  public Optional<GenerationRecord> activeGeneration() {
    return generations().stream()
        .filter(generation -> generation.state() == GenerationRecord.State.ACTIVE)
        .findFirst();
  }

  @Override
  public void noteQueries(List<AskedQuery> queries) {
    List<AskedQuery> copy = List.copyOf(queries);
    commits.run(transaction -> AskedTable.add(transaction.sql(), copy));
  }

  @Override
  public QueryFigures queryFigures(Instant since, int limit) {
    return ask(statements -> AskedTable.figures(statements, since, limit));
  }

  @Override
  public Optional<String> state(String key) {
    return read(handle -> StoreQueries.state(handle, key));
  }

  @Override
  public void putState(String key, String value) {
    commits.run(transaction ->
        transaction
            .sql()
            .update(
                "INSERT INTO state (key, value) VALUES (?, ?)"
                    + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
  }

  @Override
  public StoreCounts counts() {
    return read(handle -> handle.inTransaction(h -> StoreQueries.counts(h, eventCounts.of(h))));
  }

  @Override
  public List<UnknownProduct> unknownProducts(int limit) {
    return read(handle -> StoreQueries.unknownProducts(handle, limit));
  }

  @Override
  public void backup(Path target) {
    Backup.write(new Database(file), target);
  }

  @Override
  public List<String> check() {
    return read(handle -> handle.inTransaction(StoreCheck::problems));
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    commits.close();
    try {
      readers.close();
      writer.close();
    } catch (SQLException e) {
      throw Failures.explained(file, e);
    }
  }

  private <T> T ask(ReaderPool.Question<T> question) {
    try {
      return readers.ask(question);
    } catch (SQLException e) {
      throw Failures.explained(file, e);
    }
  }

  private <T> T read(Function<Handle, T> question) {
    try {
      return jdbi.withHandle(question::apply);
    } catch (JdbiException e) {
      throw Failures.explained(file, e);
    }
  }
}
