package dev.kindred.indexer.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.analyzers.embedding.SentenceModelException;
import dev.kindred.analyzers.embedding.TextEmbedder;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.SqliteStore;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void productsGetTheirVectorsAndLoseThem() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"));
        Meaning meaning = Meaning.open(WordsAsVectors::new, store, folder.resolve("vectors"))) {
      store.apply(List.of(put("1", "Red couch"), put("2", "Blue mug")));
      assertTrue(meaning.await(store.sequence(), LONG));
      int sofa = store.productNumbers(List.of("1")).getOrDefault("1", -1);
      ByteVector vector = meaning.vectors().row(sofa);
      assertTrue(vector != null && vector.dot(meaning.query("red sofa").orElseThrow()) > 0.99);
      store.apply(List.of(new Change.DeleteProduct("1")));
      assertTrue(meaning.await(store.sequence(), LONG));
      assertEquals(1, meaning.vectors().size());
      assertEquals("on: 1 products embedded", meaning.state());
    }
  }

  @Test
  void whatWasEmbeddedIsNotEmbeddedAgain() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(List.of(put("1", "Red couch"), put("2", "Blue mug"), put("3", "Blue mug")));
      WordsAsVectors first = new WordsAsVectors();
      try (Meaning meaning = Meaning.open(() -> first, store, folder.resolve("vectors"))) {
        assertTrue(meaning.await(store.sequence(), LONG));
      }
      assertEquals(2, first.asked.get());
      WordsAsVectors second = new WordsAsVectors();
      try (Meaning meaning = Meaning.open(() -> second, store, folder.resolve("vectors"))) {
        assertTrue(meaning.await(store.sequence(), LONG));
        assertEquals(3, meaning.vectors().size());
        assertEquals(meaning.query("mug"), meaning.query(" MUG "));
      }
      assertEquals(1, second.asked.get());
    }
  }

  @Test
  void aMissingModelTurnsMeaningOffAndSaysSo() throws InterruptedException {
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(List.of(put("1", "Red couch")));
      Meaning.Loader missing =
          () -> {
            throw new SentenceModelException("the model is not there");
          };
      try (Meaning meaning = Meaning.open(missing, store, folder.resolve("vectors"))) {
        assertFalse(meaning.await(store.sequence(), LONG));
        assertEquals("off: the model is not there", meaning.state());
        assertEquals(Optional.empty(), meaning.query("sofa"));
      }
      MeaningSettings elsewhere =
          new MeaningSettings(true, Optional.of(folder.resolve("none")), Optional.empty());
      try (Meaning meaning = Meaning.open(elsewhere, store, folder.resolve("vectors"))) {
        assertFalse(meaning.await(store.sequence(), LONG));
        assertTrue(meaning.state().startsWith("off: the model's folder"), meaning.state());
      }
    }
  }

  @Test
  void whileTheModelIsLoadedAnyWordMayBeOfTheLanguage() throws InterruptedException {
    CompletableFuture<TextEmbedder> model = new CompletableFuture<>();
    try (Store store = SqliteStore.open(folder.resolve("kindred.db"))) {
      store.apply(List.of(put("1", "Red couch")));
      try (Meaning meaning = Meaning.open(model::join, store, folder.resolve("vectors"))) {
        assertTrue(meaning.mayKnow("qwrtz"));
        model.complete(new WordsAsVectors());
        assertTrue(meaning.await(store.sequence(), LONG));
        assertFalse(meaning.mayKnow("qwrtz"));
      }
    }
  }

  private static Change put(String id, String title) {
    return new Change.PutProduct(Product.builder(id, title).build());
  }
}
