package dev.kindred.indexer.ingest;

import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Event;
import dev.kindred.model.Product;
import dev.kindred.model.Review;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Imports files into a store, batch by batch; while one batch is written, the next is read. */
public final class Importer {
  /*
   * Events come in random order of their ids, so that a batch touches most pages of the ids' index,
   * however small it is: with ten times the batch, a tenth of the pages are written.
   */
  private static final int PRODUCTS_AT_ONCE = 2_000;
  private static final int EVENTS_AT_ONCE = 20_000;

  /** Beyond this many ids those that repeat are no longer counted. */
  private static final int IDS_REMEMBERED = 2_000_000;

  private final Sink sink;
  private final InstantSource clock;
  private final ImportListener listener;

  /** Where changes go: {@link Store#apply}, or a test. */
  public interface Sink {
    List<Outcome> apply(List<Change> changes);
  }

  /**
   * @param clock for the names of files with rejected lines
   */
  public Importer(Sink sink, InstantSource clock, ImportListener listener) {
    this.sink = sink;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Imports all records of a source.
   *
   * @throws UnusableFileException if nothing can be made of the file; nothing was imported
   * @throws IOException if the rejected lines cannot be written
   */
  public ImportSummary run(RecordKind kind, Source source, ImportOptions options)
      throws IOException {
    return switch (kind) {
      case PRODUCTS ->
          run(
              RecordFile.products(source, options.map()),
              source,
              options,
              PRODUCTS_AT_ONCE,
              Change.PutProduct::new,
              Product::id);
      case EVENTS ->
          run(
              RecordFile.events(source, options.map()),
              source,
              options,
              EVENTS_AT_ONCE,
              Change.AddEvent::new,
              Event::id);
      case REVIEWS ->
          run(
              RecordFile.reviews(source, options.map()),
              source,
              options,
              PRODUCTS_AT_ONCE,
              Change.PutReview::new,
              Review::id);
    };
  }

  private <T> ImportSummary run(
      RecordFile<T> file,
      Source source,
      ImportOptions options,
      int atOnce,
      Function<T, Change> change,
      Function<T, String> id)
      throws IOException {
    listener.begins(file.reader().format(), file.mapping().report());
    Counts counts = new Counts();
    Optional<Long> stoppedAt = Optional.empty();
    List<Change> batch = new ArrayList<>(atOnce);
    try (Rejects rejects =
            new Rejects(options.rejects(), source.name(), file.reader(), clock.instant());
        BatchWriter writer = new BatchWriter(sink, o -> counts.add(o.kind()))) {
      for (var item = file.next(); item.isPresent() && stoppedAt.isEmpty(); item = file.next()) {
        counts.records++;
        switch (item.get()) {
          case RecordFile.Item.Good<T> good -> {
            for (T value : good.values()) {
              counts.id(id.apply(value));
              batch.add(change.apply(value));
            }
          }
          case RecordFile.Item.Bad<T> bad -> {
            rejects.add(bad.rejected(), bad.text());
            stoppedAt = options.strict() ? Optional.of(bad.rejected().line()) : Optional.empty();
          }
        }
        if (batch.size() >= atOnce) {
          writer.write(List.copyOf(batch));
          batch.clear();
          listener.progress(
              source.bytesRead(), source.totalBytes(), counts.records, rejects.count());
        }
      }
      writer.write(List.copyOf(batch));
      writer.finish();
      listener.progress(source.bytesRead(), source.totalBytes(), counts.records, rejects.count());
      return counts.summary(file, rejects, stoppedAt);
    }
  }

  private static final class Counts {
    private final Map<Outcome.Kind, Long> outcomes = new EnumMap<>(Outcome.Kind.class);
    private final Set<Long> ids = new HashSet<>();
    private long records;
    private long repeatedIds;

    private void add(Outcome.Kind kind) {
      outcomes.merge(kind, 1L, Long::sum);
    }

    /** Remembers ids as 64 bits: two that differ count as one in 10^7 files of a million. */
    private void id(String id) {
      if (ids.size() < IDS_REMEMBERED) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < id.length(); i++) {
          hash = (hash ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
          hash ^= hash >>> 29;
        }
        repeatedIds += ids.add(hash) ? 0 : 1;
      }
    }

    private long of(Outcome.Kind... kinds) {
      long sum = 0;
      for (Outcome.Kind kind : kinds) {
        sum += outcomes.getOrDefault(kind, 0L);
      }
      return sum;
    }

    private ImportSummary summary(RecordFile<?> file, Rejects rejects, Optional<Long> stoppedAt) {
      return new ImportSummary(
          records,
          of(Outcome.Kind.CREATED),
          of(Outcome.Kind.UPDATED),
          of(Outcome.Kind.UNCHANGED, Outcome.Kind.DUPLICATE),
          repeatedIds,
          rejects.count(),
          rejects.because(),
          rejects.first(),
          rejects.file(),
          file.warnings().counts(),
          file.mapping().report(),
          file.reader().breakage(),
          stoppedAt);
    }
  }
}
