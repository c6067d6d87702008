package dev.kindred.indexer.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindred.model.Event;
import dev.kindred.model.EventType;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real exports as they are, where they lie beside the project. */
class SharedFilesTest {

  static Path shared(String file) {
    Path above = Path.of("").toAbsolutePath();
    while (above != null && !Files.isDirectory(above.resolve("../shared/data"))) {
      above = above.getParent();
    }
    Optional<Path> found =
        Optional.ofNullable(above).map(p -> p.resolve("../shared/data").resolve(file));
    assumeTrue(
        found.isPresent() && Files.exists(found.get()),
        "skipped: ../shared/data/" + file + " is not there");
    return found.orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "gift-cards-magazines/meta_Gift_Cards.json.gz, 1547, 10",
    "gift-cards-magazines/meta_Magazine_Subscriptions.json.gz, 3385, 300",
  })
  void products(String file, int records, int mostRejected) throws IOException {
    List<Product> products = new ArrayList<>();
    FileRecords read = FileRecords.products(shared(file), products::add);
    assertEquals(records, products.size() + read.rejected(), read::toString);
    assertTrue(read.rejected() <= mostRejected, read::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "movies/ratings.tsv.gz, RATING, 74460, 0",
    "digital-music/reviews.jsonl.gz, RATING, 6908, 0",
    "gift-cards-magazines/Gift_Cards_5.json.gz, RATING, 2972, 0",
    "gift-cards-magazines/Magazine_Subscriptions_5.json.gz, RATING, 2375, 0",
  })
  void events(String file, EventType type, int records, int mostRejected) throws IOException {
    int[] events = new int[1];
    Set<EventType> types = new HashSet<>();
    List<Event> first = new ArrayList<>();
    FileRecords read =
        FileRecords.events(
            shared(file),
            e -> {
              events[0]++;
              types.add(e.type());
              if (first.size() < 2) {
                first.add(e);
              }
            });
    assertEquals(records, events[0] + read.rejected(), read::toString);
    assertTrue(read.rejected() <= mostRejected, read::toString);
    assertEquals(Set.of(type), types);
  }

  @ParameterizedTest
  @CsvSource({
    "digital-music/reviews.jsonl.gz, 6908",
    "gift-cards-magazines/Gift_Cards_5.json.gz, 2972",
    "gift-cards-magazines/Magazine_Subscriptions_5.json.gz, 2375",
  })
  void reviews(String file, int records) throws IOException {
    int[] reviews = new int[1];
    FileRecords read = FileRecords.reviews(shared(file), r -> reviews[0]++);
    assertEquals(records, reviews[0], read::toString);
  }
}
