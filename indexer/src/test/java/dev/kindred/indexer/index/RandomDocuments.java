package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;

/**
 * Documents with a short {@code title} and a {@code text}, short or long, that begins with it. A
 * third of their words are w0, w1 and so on, the higher the number the rarer; the others say
 * nothing.
 */
final class RandomDocuments {
  private static final int COMMIT_EVERY = 400;

  private final SplittableRandom random;
  private final int words;

  /**
   * @param words how many words with a number there are
   */
  RandomDocuments(SplittableRandom random, int words) {
    this.random = random;
    this.words = words;
  }

  /** Writes documents in several segments. */
  void write(Directory directory, int documents) throws IOException {
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
      for (int n = 0; n < documents; n++) {
        Document document = new Document();
        String title = text(4);
        String text = title + " " + text(1 + random.nextInt(60));
        document.add(new TextField("title", title, Field.Store.NO));
        document.add(new TextField("text", text, Field.Store.NO));
        writer.addDocument(document);
        if (n % COMMIT_EVERY == 0) {
          writer.commit();
        }
      }
    }
  }

  /** A word with a number, as often as documents have it. */
  String word() {
    double rare = random.nextDouble();
    return "w" + (int) (rare * rare * words);
  }

  private String text(int length) {
    List<String> text = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      text.add(random.nextInt(3) == 0 ? word() : "x" + random.nextInt(1_000));
    }
    return String.join(" ", text);
  }
}
