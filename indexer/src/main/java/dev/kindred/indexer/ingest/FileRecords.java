package dev.kindred.indexer.ingest;

import dev.kindred.model.Event;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a file's products, events or reviews without a store, recognised as an import would.
 *
 * @param mapping what was taken for what, a line each
 * @param rejected how many records could not be used
 * @param firstRejected the first of them
 * @param breakage why the file ended before its end
 */
public record FileRecords(
    List<String> mapping, long rejected, List<Rejected> firstRejected, Optional<String> breakage) {
  private static final int FIRST = 20;

  public FileRecords {
    mapping = List.copyOf(mapping);
    firstRejected = List.copyOf(firstRejected);
  }

  /** Hands over the products one after the other. */
  public static FileRecords products(Path file, Consumer<Product> consumer) throws IOException {
    try (Source source = Source.open(file)) {
      return all(RecordFile.products(source, Map.of()), consumer);
    }
  }

  /** Hands over the events one after the other. */
  public static FileRecords events(Path file, Consumer<Event> consumer) throws IOException {
    try (Source source = Source.open(file)) {
      return all(RecordFile.events(source, Map.of()), consumer);
    }
  }

  /** Hands over the reviews one after the other. */
  public static FileRecords reviews(Path file, Consumer<Review> consumer) throws IOException {
    try (Source source = Source.open(file)) {
      return all(RecordFile.reviews(source, Map.of()), consumer);
    }
  }

  private static <T> FileRecords all(RecordFile<T> file, Consumer<T> consumer) {
    long rejected = 0;
    List<Rejected> first = new ArrayList<>();
    for (var item = file.next(); item.isPresent(); item = file.next()) {
      switch (item.get()) {
        case RecordFile.Item.Good<T> good -> good.values().forEach(consumer);
        case RecordFile.Item.Bad<T> bad -> {
          rejected++;
          if (first.size() < FIRST) {
            first.add(bad.rejected());
          }
        }
      }
    }
    return new FileRecords(file.mapping().report(), rejected, first, file.reader().breakage());
  }
}
