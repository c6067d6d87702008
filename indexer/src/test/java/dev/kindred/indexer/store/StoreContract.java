package dev.kindred.indexer.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Person;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does. */
abstract class StoreContract {
  private static final int ALL = Integer.MAX_VALUE;

  @TempDir Path directory;

  /** Opens the store in the directory, with what was written there before. */
  abstract Store open(Path directory);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void answersLikeTheModel(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    RandomChanges changes = new RandomChanges(random);
    StoreModel model = new StoreModel();
    Store store = open(directory);
    try {
      for (int step = 0; step < 80; step++) {
        String where = "seed " + seed + ", step " + step;
        List<Change> batch = changes.batch();
        assertEquals(model.apply(batch), store.apply(batch), where);
        if (random.nextInt(10) == 0) {
          store.close();
          store = open(directory);
        }
        long after = random.nextLong(model.sequence() + 1);
        assertEquals(model.sequence(), store.sequence(), where);
        assertEquals(model.productChanges(after), store.productChanges(after, ALL), where);
        assertEquals(model.events(after), store.events(after, ALL), where);
        assertEquals(model.reviewChanges(after), store.reviewChanges(after, ALL), where);
        assertEquals(model.forgotten(), store.forgottenAfter(0), where);
        assertEquals(model.documents(), store.documents("rule"), where);
        compareOnePerson(model, store, Person.user(changes.user()), random, where);
        compareOnePerson(model, store, Person.session(changes.session()), random, where);
        String product = changes.productId();
        assertEquals(model.reviewsOf(product), store.reviewsOf(product, ALL), where);
        assertEquals(model.events(0).size(), store.counts().allEvents(), where);
        assertEquals(model.unknownProductEvents(), store.counts().eventsOfUnknownProducts(), where);
      }
      assertEquals(List.of(), store.check());
    } finally {
      store.close();
    }
  }

  private static void compareOnePerson(
      StoreModel model, Store store, Person person, SplittableRandom random, String where) {
    int limit = 1 + random.nextInt(40);
    Set<EventType> types = EnumSet.of(EventType.PURCHASE, EventType.values()[random.nextInt(8)]);
    assertEquals(model.eventsOf(person, limit), store.eventsOf(person, limit), where);
    assertEquals(model.productsOf(person, types), store.productsOf(person, types), where);
    compareEngagements(model, store, person, types, where);
    if (person.kind() == Person.Kind.USER) {
      assertEquals(model.reviewsBy(person.id()), store.reviewsBy(person.id(), ALL), where);
    }
  }

  private static void compareEngagements(
      StoreModel model, Store store, Person person, Set<EventType> types, String where) {
    List<Engagement> expected = new ArrayList<>();
    for (Event event : model.eventsOf(person, ALL)) {
      Optional<Integer> number = event.product().flatMap(model::number);
      number.ifPresent(n ->
          expected.add(
              new Engagement(n, event.type(), event.quantity(), event.value(), event.time())));
    }
    assertEquals(expected, store.engagements(person, ALL), where);
    int some = expected.size() / 2 + 1;
    assertEquals(
        expected.subList(0, Math.min(some, expected.size())),
        store.engagements(person, some),
        where);
    int[] numbers =
        expected.stream()
            .filter(e -> types.contains(e.type()))
            .mapToInt(Engagement::number)
            .distinct()
            .sorted()
            .toArray();
    assertArrayEquals(numbers, store.numbersOf(person, types), where);
    Map<Integer, String> ids = store.productIds(Arrays.stream(numbers).boxed().toList());
    assertEquals(numbers.length, ids.size(), where);
    ids.forEach((number, id) -> assertEquals(Optional.of(number), model.number(id), where));
    for (int number : numbers) {
      List<List<Engagement>> audience = store.audience(number, ALL, ALL);
      assertTrue(audience.contains(expected), where);
      assertTrue(
          audience.stream().allMatch(his -> his.stream().anyMatch(e -> e.number() == number)),
          where);
      assertEquals(1, store.audience(number, 1, ALL).size(), where);
    }
  }

  @Test
  void keepsEveryFieldOfAProduct() {
    Map<String, AttributeValue> inner = new LinkedHashMap<>();
    inner.put("width", new AttributeValue.Numeric(new BigDecimal("3.10")));
    inner.put(
        "of", new AttributeValue.Many(List.of(AttributeValue.of("oak"), AttributeValue.of(true))));
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    attributes.put("Ünïcode name 😀.with dots", AttributeValue.of("value\twith \"quotes\" and 灯"));
    attributes.put(
        "digits", new AttributeValue.Numeric(new BigDecimal("12345678901234567890.123400")));
    attributes.put("flag", AttributeValue.of(false));
    attributes.put("empty", AttributeValue.of(""));
    attributes.put("none", new AttributeValue.Many(List.of()));
    attributes.put("size", new AttributeValue.Group(inner));
    Product product =
        Product.builder("id/with \"all\" 😀", "T")
            .description("d\n\nd")
            .brand("b")
            .categories(List.of("A > B", "C"))
            .price(new BigDecimal("2.550"))
            .currency("EUR")
            .inStock(false)
            .image("https://example.org/i.png")
            .url("https://example.org/?a=b&c")
            .variantOf("parent")
            .rating(4.6)
            .reviewCount(12)
            .createdAt(Instant.parse("2026-01-02T03:04:05.123456789Z"))
            .attributes(attributes)
            .build();
    try (Store store = open(directory)) {
      store.apply(List.of(new Change.PutProduct(product)));
      Product stored = store.product(product.id()).orElseThrow().product();
      assertEquals(product, stored);
      assertEquals(
          List.copyOf(attributes.keySet()), List.copyOf(stored.attributes().keySet()), "order");
      assertEquals(Map.of(product.id(), 0), numbers(store, List.of("nothing", product.id())));
    }
  }

  private static Map<String, Integer> numbers(Store store, List<String> ids) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    store.products(ids).forEach((id, stored) -> numbers.put(id, stored.number()));
    return numbers;
  }

  @Test
  void keepsEveryFieldOfEventsAndReviews() {
    Event full =
        Event.builder("e😀", EventType.PURCHASE, Instant.parse("2199-12-31T23:59:59.999999999Z"))
            .user("u ü")
            .session("s")
            .product("p")
            .quantity(Integer.MAX_VALUE)
            .value(0.1 + 0.2)
            .query("two\nlines")
            .queryId("q")
            .position(7)
            .build();
    List<Event> events = new ArrayList<>(List.of(full));
    for (double value : new double[] {-0.0, 0, 3, 1e300, Double.MIN_VALUE, -1e-5}) {
      events.add(
          Event.builder("e" + value, EventType.CART, Instant.EPOCH)
              .session("s")
              .product("p")
              .value(value)
              .build());
    }
    Review review =
        new Review(
            "r",
            "p",
            Optional.of("u"),
            OptionalDouble.of(4.1),
            "",
            "Text 😀",
            Optional.of(Instant.MIN));
    Review bare =
        new Review("r2", "p", Optional.empty(), OptionalDouble.of(-0.0), "", "", Optional.empty());
    try (Store store = open(directory)) {
      store.apply(events.stream().map(e -> (Change) new Change.AddEvent(e)).toList());
      store.apply(List.of(new Change.PutReview(review), new Change.PutReview(bare)));
      assertEquals(events, store.events(0, ALL).stream().map(StoredEvent::event).toList());
      assertEquals(List.of(review, bare), store.reviewsOf("p", ALL));
    }
  }

  @Test
  void aProductKeepsItsNumberWhenItComesBack() {
    Product a = Product.builder("a", "A").build();
    Product b = Product.builder("b", "B").build();
    try (Store store = open(directory)) {
      store.apply(List.of(new Change.PutProduct(a), new Change.DeleteProduct("a")));
      store.apply(List.of(new Change.PutProduct(b), new Change.PutProduct(a)));
      assertEquals(Map.of("a", 0, "b", 1), numbers(store, List.of("a", "b")));
    }
  }

  @Test
  void eventsOfAnUnknownProductCountOnceItArrives() {
    Event view = Event.builder("e", EventType.VIEW, Instant.EPOCH).user("u").product("p").build();
    try (Store store = open(directory)) {
      store.apply(List.of(new Change.AddEvent(view)));
      assertEquals(1, store.counts().unknownProducts());
      assertEquals(1, store.counts().eventsOfUnknownProducts());
      assertEquals(List.of(new UnknownProduct("p", 1)), store.unknownProducts(10));
      assertEquals(List.of(), store.unknownProducts(0));
      store.apply(List.of(new Change.PutProduct(Product.builder("p", "P").build())));
      assertEquals(0, store.counts().unknownProducts());
      assertEquals(0, store.counts().eventsOfUnknownProducts());
      assertEquals(List.of(), store.unknownProducts(10));
      assertEquals(1, store.counts().events().get(EventType.VIEW));
    }
  }

  @Test
  void aFailingEditUndoesItsBatchOnly() {
    IllegalStateException failure = new IllegalStateException("no");
    try (Store store = open(directory)) {
      store.apply(List.of(new Change.PutProduct(Product.builder("a", "A").build())));
      List<Change> failing =
          List.of(
              new Change.PutProduct(Product.builder("b", "B").build()),
              new Change.UpdateProduct(
                  "a",
                  p -> {
                    throw failure;
                  }));
      assertSame(failure, assertThrows(IllegalStateException.class, () -> store.apply(failing)));
      Change rename = new Change.UpdateProduct("a", p -> p.toBuilder().id("other").build());
      assertThrows(IllegalArgumentException.class, () -> store.apply(List.of(rename)));
      assertEquals(1, store.sequence());
      assertTrue(store.product("b").isEmpty());
      assertEquals(
          List.of(new Outcome(Outcome.Kind.CREATED, 2)),
          store.apply(List.of(new Change.PutProduct(Product.builder("c", "C").build()))));
    }
  }

  @Test
  void callersAtTheSameTimeEachGetTheirOwn() throws Exception {
    int callers = 16;
    int rounds = 40;
    try (Store store = open(directory);
        ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      store.apply(List.of(new Change.PutProduct(Product.builder("n", "0").build())));
      List<Future<?>> done = new ArrayList<>();
      for (int c = 0; c < callers; c++) {
        String caller = "c" + c;
        done.add(pool.submit(() -> write(store, caller, rounds)));
      }
      for (Future<?> f : done) {
        f.get();
      }
      List<StoredEvent> events = store.events(0, ALL);
      assertEquals(callers * rounds * 2, events.size());
      assertEquals(1 + callers * rounds * 3, store.sequence(), "gapless");
      assertEquals(
          "" + callers * rounds,
          store.product("n").orElseThrow().product().title(),
          "no edit lost");
      for (int c = 0; c < callers; c++) {
        assertEquals(rounds * 2, store.eventsOf(Person.user("c" + c), ALL).size());
      }
      assertEquals(List.of(), store.check());
    }
  }

  /** Each round a good batch and a bad one; what is acknowledged is seen at once. */
  private static void write(Store store, String caller, int rounds) {
    for (int r = 0; r < rounds; r++) {
      Event one = view(caller, r + "a");
      List<Outcome> outcomes =
          store.apply(
              List.of(
                  new Change.AddEvent(one),
                  new Change.UpdateProduct(
                      "n",
                      p -> p.toBuilder().title("" + (Integer.parseInt(p.title()) + 1)).build()),
                  new Change.AddEvent(view(caller, r + "b"))));
      assertEquals(outcomes.get(0).sequence() + 2, outcomes.get(2).sequence(), "consecutive");
      assertEquals(
          List.of(new StoredEvent(outcomes.get(0).sequence(), one)),
          store.events(outcomes.get(0).sequence() - 1, 1));
      Change bad =
          new Change.UpdateProduct(
              "n",
              p -> {
                throw new IllegalStateException("bad caller");
              });
      List<Change> batch = List.of(new Change.AddEvent(view(caller, r + "bad")), bad);
      assertThrows(IllegalStateException.class, () -> store.apply(batch));
    }
  }

  private static Event view(String user, String id) {
    return Event.builder(user + "-" + id, EventType.VIEW, Instant.EPOCH)
        .user(user)
        .product("n")
        .build();
  }

  @Test
  void handsOverAllEventsInSequence() {
    try (Store store = open(directory)) {
      store.apply(
          IntStream.range(0, 25_000)
              .mapToObj(i -> (Change) new Change.AddEvent(view("u", "" + i)))
              .toList());
      List<Long> seen = new ArrayList<>();
      store.forEachEvent(
          10,
          e -> {
            seen.add(e.sequence());
            if (e.sequence() == 20_000) {
              assertEquals(25_000, store.sequence(), "the consumer may ask the store");
            }
          });
      assertEquals(IntStream.rangeClosed(11, 25_000).mapToObj(i -> (long) i).toList(), seen);
    }
  }

  @Test
  void generationsTakeTurns() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    try (Store store = open(directory)) {
      assertEquals(1, store.addGeneration(now).number());
      assertEquals(2, store.addGeneration(now).number());
      assertEquals(Optional.empty(), store.activeGeneration());
      store.describeGeneration(1, GenerationRecord.State.READY, "{\"recall\":0.1}");
      store.activateGeneration(1);
      store.activateGeneration(2);
      assertEquals(
          List.of(
              new GenerationRecord(1, GenerationRecord.State.RETIRED, now, 1, "{\"recall\":0.1}"),
              new GenerationRecord(2, GenerationRecord.State.ACTIVE, now, 2, "{}")),
          store.generations());
      assertThrows(IllegalArgumentException.class, () -> store.activateGeneration(7));
      assertEquals(2, store.activeGeneration().orElseThrow().number());
      assertEquals(2, store.sequence());
      assertEquals(List.of(), store.check());
    }
  }

  @Test
  void countsSearchesAndWhatCameOfThem() {
    Instant day = Instant.parse("2026-01-02T00:00:00Z");
    try (Store store = open(directory)) {
      store.noteQueries(
          List.of(
              new AskedQuery("q-0", "mug", 9, day.minusSeconds(1)),
              new AskedQuery("q-1", "mug", 3, day),
              new AskedQuery("q-2", "mug", 4, day.plusSeconds(2)),
              new AskedQuery("q-3", "no such", 0, day.plusSeconds(3))));
      store.apply(
          List.of(
              did("e1", EventType.CLICK, "q-1", 5),
              did("e2", EventType.CLICK, "q-1", 2),
              did("e3", EventType.PURCHASE, "q-1", 2),
              did("e4", EventType.CLICK, "q-0", 1)));
      QueryFigures figures = store.queryFigures(day, 10);
      assertEquals(
          new QueryFigures.QueryFigure("", 3, 0, 1, 1, 1, OptionalDouble.of(2)), figures.all());
      assertEquals(
          List.of(
              new QueryFigures.QueryFigure("mug", 2, 4, 0, 1, 1, OptionalDouble.of(2)),
              new QueryFigures.QueryFigure("no such", 1, 0, 1, 0, 0, OptionalDouble.empty())),
          figures.most());
      assertEquals(List.of(figures.most().get(1)), figures.empty());
      assertEquals(Map.of(2, 1L, 5, 1L), figures.clicks());
      assertEquals(0, store.queryFigures(day.plusSeconds(9), 10).all().searches());
    }
  }

  private static Change did(String id, EventType type, String queryId, int position) {
    return new Change.AddEvent(
        Event.builder(id, type, Instant.parse("2026-01-02T08:00:00Z"))
            .session("s")
            .product("p")
            .queryId(queryId)
            .position(position)
            .build());
  }

  @Test
  void keepsDocumentsAndState() {
    try (Store store = open(directory)) {
      store.apply(
          List.of(
              new Change.PutDocument("rule", "b", "{}"),
              new Change.PutDocument("rule", "a", "{}"),
              new Change.PutDocument("synonyms", "a", "[]"),
              new Change.DeleteDocument("rule", "b")));
      store.putState("index", "one");
      store.putState("index", "two");
    }
    try (Store store = open(directory)) {
      assertEquals(List.of(new Document("rule", "a", "{}", 2)), store.documents("rule"));
      assertEquals(
          Optional.of(new Document("synonyms", "a", "[]", 3)), store.document("synonyms", "a"));
      assertEquals(4, store.documentsSequence("rule"));
      assertEquals(0, store.documentsSequence("banners"));
      assertEquals(Optional.of("two"), store.state("index"));
      assertEquals(Optional.empty(), store.state("other"));
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    Store store = open(directory);
    store.close();
    store.close();
    assertThrows(StoreException.class, store::sequence);
    assertThrows(StoreException.class, () -> store.apply(List.of()));
  }
}
