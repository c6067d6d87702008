package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BulkScorer;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** All documents that match a query, in index order, with their text scores. */
final class Matches {
  static final Matches NONE = of(new int[0], new float[0]);

  private int[] docs;
  private float[] scores;
  private int size;
  private float best;
  private volatile int @Nullable [] numbers;

  private Matches(boolean scored, int capacity) {
    docs = new int[Math.max(1, capacity)];
    scores = new float[scored ? docs.length : 0];
  }

  /**
   * @param scored whether scores are wanted; without, they are 0
   */
  static Matches of(IndexSearcher searcher, Query query, boolean scored) throws IOException {
    Matches matches = new Matches(scored, 256);
    ScoreMode mode = scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    Weight weight = searcher.createWeight(searcher.rewrite(query), mode, 1);
    for (LeafReaderContext leaf : searcher.getLeafContexts()) {
      BulkScorer scorer = weight.bulkScorer(leaf);
      if (scorer != null) {
        Gatherer gatherer = matches.new Gatherer(leaf.docBase, scored);
        Bits live = leaf.reader().getLiveDocs();
        scorer.score(gatherer, live, 0, DocIdSetIterator.NO_MORE_DOCS);
      }
    }
    return matches;
  }

  /** Matches that were found before: documents in index order and their scores. */
  static Matches of(int[] documents, float[] scores) {
    Matches matches = new Matches(true, documents.length);
    for (int i = 0; i < documents.length; i++) {
      matches.add(documents[i], scores[i]);
    }
    return matches;
  }

  int size() {
    return size;
  }

  /** The documents in index order; a copy. */
  int[] documents() {
    return Arrays.copyOf(docs, size);
  }

  /** Highest score, 0 without. */
  float best() {
    return best;
  }

  int doc(int match) {
    return docs[match];
  }

  /** The first match whose document is not before the given one; {@link #size} if there is none. */
  int firstFrom(int document) {
    int found = Arrays.binarySearch(docs, 0, size, document);
    return found >= 0 ? found : -found - 1;
  }

  boolean has(int document) {
    return Arrays.binarySearch(docs, 0, size, document) >= 0;
  }

  float score(int match) {
    return match < scores.length ? scores[match] : 0;
  }

  /** Sees matches: the document's number in its leaf, and the match's number. */
  @FunctionalInterface
  interface Visitor {
    void match(int doc, int match) throws IOException;
  }

  /** Makes what looks at the matches of one leaf. */
  @FunctionalInterface
  interface LeafVisitor {
    Visitor leaf(LeafReaderContext leaf) throws IOException;
  }

  /** Shows all matches in order, leaf by leaf. */
  void visit(List<LeafReaderContext> leaves, LeafVisitor visitors) throws IOException {
    int match = 0;
    for (LeafReaderContext leaf : leaves) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (match < size && docs[match] < end) {
        Visitor visitor = visitors.leaf(leaf);
        for (; match < size && docs[match] < end; match++) {
          visitor.match(docs[match] - leaf.docBase, match);
        }
      }
    }
  }

  /** Only the matches whose numbers are given, ascending. */
  Matches only(int[] kept) {
    Matches some = new Matches(scores.length > 0, kept.length);
    for (int match : kept) {
      some.add(docs[match], score(match));
    }
    int[] known = numbers;
    if (known != null) {
      int[] left = new int[kept.length];
      for (int i = 0; i < kept.length; i++) {
        left[i] = known[kept[i]];
      }
      some.numbers = left;
    }
    return some;
  }

  /** The product number of each match; not to be changed. */
  int[] numbers(List<LeafReaderContext> leaves) throws IOException {
    int[] known = numbers;
    if (known != null) {
      return known;
    }
    int[] read = new int[size];
    int match = 0;
    for (LeafReaderContext leaf : leaves) {
      SegmentColumns columns = SegmentColumns.of(leaf);
      int end = firstFrom(leaf.docBase + leaf.reader().maxDoc());
      for (; match < end; match++) {
        read[match] = columns.number(docs[match] - leaf.docBase);
      }
    }
    numbers = read;
    return read;
  }

  private void add(int doc, float score) {
    if (size == docs.length) {
      docs = Arrays.copyOf(docs, 2 * size);
      scores = scores.length == 0 ? scores : Arrays.copyOf(scores, 2 * size);
    }
    if (scores.length > 0) {
      scores[size] = score;
      best = Math.max(best, score);
    }
    docs[size++] = doc;
  }

  /** Gathers what Lucene finds in one leaf. */
  private final class Gatherer implements LeafCollector {
    private final int base;
    private final boolean scored;
    private @Nullable Scorable scorer;

    Gatherer(int base, boolean scored) {
      this.base = base;
      this.scored = scored;
    }

    @Override
    public void setScorer(Scorable scorable) {
      scorer = scorable;
    }

    @Override
    public void collect(int doc) throws IOException {
      add(base + doc, scored && scorer != null ? scorer.score() : 0);
    }
  }
}
