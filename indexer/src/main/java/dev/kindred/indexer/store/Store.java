package dev.kindred.indexer.store;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Review;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The record from which everything else can be rebuilt.
 *
 * <p>Every change gets the next number of one gapless sequence in the transaction that writes it.
 * Whoever follows the store remembers the last number seen and asks for what came after it; numbers
 * become visible in their order. Several processes may share one store.
 *
 * <p>Safe for any number of threads. Methods throw {@link StoreException} when the store cannot be
 * read or written.
 */
public interface Store extends AutoCloseable {

  /**
   * Writes the changes in one transaction, all or none, and returns when they are on disk.
   *
   * @return one outcome per change, in order
   * @throws StoreException if they could not be written; none of them was, unless the store was
   *     lost while it answered
   */
  List<Outcome> apply(List<Change> changes);

  /** The number of the last change, by whatever process; 0 in an empty store. */
  long sequence();

  /** The product with this id. */
  Optional<StoredProduct> product(String id);

  /** Those of the products that are there, by id. */
  Map<String, StoredProduct> products(Collection<String> ids);

  /** The numbers of those of the products that are there, by id. */
  Map<String, Integer> productNumbers(Collection<String> ids);

  /**
   * Products whose last change came after a number, in the order of these changes; each once, as it
   * is now.
   */
  List<ProductChange> productChanges(long after, int limit);

  /** Events after a number, in sequence, also those of products that are unknown so far. */
  List<StoredEvent> events(long after, int limit);

  /**
   * Hands over all events after a number, in sequence, a page at a time; the consumer may take its
   * time and use the store.
   */
  void forEachEvent(long after, Consumer<StoredEvent> consumer);

  /** Events on products after a number, in sequence, with only what counting them needs. */
  List<Touch> touches(long after, int limit);

  /** The keys under which {@link #touches} names products, by product number from this one up. */
  int[] productKeys(int fromNumber);

  /** A person's newest events: latest time first, of equal times the last written first. */
  List<Event> eventsOf(Person person, int limit);

  /**
   * What a person did to products that the catalogue has or had, newest first as in {@link
   * #eventsOf}; a small part of the work.
   */
  List<Engagement> engagements(Person person, int limit);

  /**
   * People who did something to a product, in an order of their own, each with what they did as in
   * {@link #engagements}; nobody if no product has the number.
   *
   * @param people at most
   * @param each the newest engagements of each of them, at most
   */
  List<List<Engagement>> audience(int number, int people, int each);

  /** The numbers of the products to which a person did one of these things, ascending. */
  int[] numbersOf(Person person, Set<EventType> types);

  /** Ids of products by their numbers; numbers that no product has are left out. */
  Map<Integer, String> productIds(Collection<Integer> numbers);

  /** Known users with the number of their events, most events first, then by id. */
  Map<String, Long> busiestUsers(int limit);

  /** Ids of the products to which a person did one of these things. */
  Set<String> productsOf(Person person, Set<EventType> types);

  /** Newest first; those without a time last. */
  List<Review> reviewsOf(String product, int limit);

  /** Newest first; those without a time last. */
  List<Review> reviewsBy(String user, int limit);

  /**
   * Reviews whose last change came after a number, in the order of these changes. Reviews of
   * somebody forgotten are gone without a trace here; see {@link #forgottenAfter}.
   */
  List<ReviewChange> reviewChanges(long after, int limit);

  /**
   * The numbers after {@code after} at which somebody was forgotten. Who it was is not kept: a
   * follower that holds what people did drops it and reads it again.
   */
  List<Long> forgottenAfter(long after);

  /** A setting of the shop. */
  Optional<Document> document(String kind, String id);

  /** All settings of a kind, by id. */
  List<Document> documents(String kind);

  /** The number of the last change to a kind of settings, deletions included; 0 if none. */
  long documentsSequence(String kind);

  /** Begins a generation: gives it a number and the state {@code TRAINING}. */
  GenerationRecord addGeneration(Instant createdAt);

  /**
   * Notes how a generation's making ended.
   *
   * @param figures what was measured on it, one JSON object
   * @throws IllegalArgumentException if there is no such generation, or for the state {@code
   *     ACTIVE}, which {@link #activateGeneration} gives
   */
  void describeGeneration(int number, GenerationRecord.State state, String figures);

  /**
   * Makes a generation the one that serves and retires the one before; takes a sequence number.
   *
   * @throws IllegalArgumentException if there is no such generation
   */
  void activateGeneration(int number);

  /** All generations by number. */
  List<GenerationRecord> generations();

  /** The generation that serves. */
  Optional<GenerationRecord> activeGeneration();

  /**
   * Notes searches for {@link #queryFigures}, without a sequence number; of very many the oldest
   * are forgotten.
   */
  void noteQueries(List<AskedQuery> queries);

  /**
   * What was searched for since a time, and what came of it.
   *
   * @param limit queries and places of each kind
   */
  QueryFigures queryFigures(Instant since, int limit);

  /** A value that a part of the program left under a name, such as which index serves. */
  Optional<String> state(String key);

  /** Leaves a value under a name; on disk on return, without a sequence number. */
  void putState(String key, String value);

  /** Counts everything; reads all events, so not for every request. */
  StoreCounts counts();

  /**
   * Products that events name and that are not there, those with most events first; reads all
   * events.
   */
  List<UnknownProduct> unknownProducts(int limit);

  /**
   * Writes a consistent copy while others read and write.
   *
   * @param file that does not exist yet; it appears when the copy is whole
   */
  void backup(Path file);

  /** Whether the store is whole: what is wrong, one line each; empty when all is well. */
  List<String> check();

  /** Finishes writes under way, then lets go of the files. */
  @Override
  void close();
}
