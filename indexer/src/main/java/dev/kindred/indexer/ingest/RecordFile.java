package dev.kindred.indexer.ingest;

import dev.kindred.model.Event;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file's records as products, events or reviews, one after the other.
 *
 * <p>The fields are recognised from the first records, which are held back until then.
 *
 * @param <T> Product, Event or Review
 */
public final class RecordFile<T> {
  private static final int SAMPLE = 500;

  private final RecordReader reader;
  private final Deque<Entry> heldBack;
  private final FieldMapping mapping;
  private final Warnings warnings;
  private final Function<ObjectNode, List<T>> read;

  private RecordFile(
      RecordReader reader,
      Deque<Entry> heldBack,
      FieldMapping mapping,
      Warnings warnings,
      Function<ObjectNode, List<T>> read) {
    this.reader = reader;
    this.heldBack = heldBack;
    this.mapping = mapping;
    this.warnings = warnings;
    this.read = read;
  }

  /** One record of the file: what it holds, or why it was rejected. */
  sealed interface Item<T> {
    record Good<T>(long line, List<T> values, String text) implements Item<T> {}

    record Bad<T>(Rejected rejected, String text) implements Item<T> {}
  }

  /**
   * Begins to read products.
   *
   * @throws UnusableFileException if nothing can be made of the file
   */
  static RecordFile<Product> products(Source source, Map<String, String> map) {
    return open(
        RecordKind.PRODUCTS,
        source,
        map,
        (mapping, warnings) -> {
          ProductRecords records = new ProductRecords(mapping, warnings);
          return fields -> List.of(records.read(fields));
        });
  }

  /** The same for events. */
  static RecordFile<Event> events(Source source, Map<String, String> map) {
    return open(
        RecordKind.EVENTS,
        source,
        map,
        (mapping, warnings) -> new EventRecords(mapping, warnings)::read);
  }

  /** The same for reviews. */
  static RecordFile<Review> reviews(Source source, Map<String, String> map) {
    return open(
        RecordKind.REVIEWS,
        source,
        map,
        (mapping, warnings) -> {
          ReviewRecords records = new ReviewRecords(mapping, warnings);
          return fields -> List.of(records.read(fields));
        });
  }

  private interface Maker<T> {
    Function<ObjectNode, List<T>> make(FieldMapping mapping, Warnings warnings);
  }

  private static <T> RecordFile<T> open(
      RecordKind kind, Source source, Map<String, String> map, Maker<T> maker) {
    RecordReader reader = RecordReader.open(source);
    Deque<Entry> heldBack = new ArrayDeque<>();
    List<ObjectNode> sample = new ArrayList<>();
    while (sample.size() < SAMPLE && heldBack.size() < 2 * SAMPLE) {
      Optional<Entry> entry = reader.next();
      if (entry.isEmpty()) {
        break;
      }
      heldBack.add(entry.get());
      if (entry.get() instanceof Entry.Fields fields) {
        sample.add(fields.fields());
      }
    }
    if (sample.isEmpty()) {
      throw new UnusableFileException(
          source.name() + " has no record that can be read" + why(heldBack));
    }
    FieldMapping mapping = FieldMapping.decide(kind, sample, reader.header().isPresent(), map);
    Warnings warnings = new Warnings();
    return new RecordFile<>(reader, heldBack, mapping, warnings, maker.make(mapping, warnings));
  }

  private static String why(Deque<Entry> entries) {
    return entries.peek() instanceof Entry.Unreadable first
        ? "; line " + first.line() + " is " + first.reason()
        : "";
  }

  /** The next record; empty at the end. */
  Optional<Item<T>> next() {
    Entry held = heldBack.poll();
    return (held == null ? reader.next() : Optional.of(held)).map(this::item);
  }

  private Item<T> item(Entry entry) {
    return switch (entry) {
      case Entry.Unreadable u ->
          new Item.Bad<>(new Rejected(u.line(), u.field(), u.reason()), u.text());
      case Entry.Fields f -> {
        try {
          yield new Item.Good<>(f.line(), read.apply(f.fields()), f.text());
        } catch (InvalidFieldException e) {
          yield new Item.Bad<>(
              new Rejected(f.line(), Optional.of(e.field()), String.valueOf(e.getMessage())),
              f.text());
        }
      }
    };
  }

  RecordReader reader() {
    return reader;
  }

  /** What was taken for what. */
  FieldMapping mapping() {
    return mapping;
  }

  Warnings warnings() {
    return warnings;
  }
}
