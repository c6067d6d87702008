package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/** All documents that match a query, in index order, with their text scores. */
final class Matches {
  private int[] docs = new int[256];
  private float[] scores;
  private int size;
  private float best;

  private Matches(boolean scored) {
    scores = new float[scored ? docs.length : 0];
  }

  /**
   * @param scored whether scores are wanted; without, they are 0
   */
  static Matches of(IndexSearcher searcher, Query query, boolean scored) throws IOException {
    Matches matches = new Matches(scored);
    searcher.search(query, new Gatherer(matches, scored));
    return matches;
  }

  int size() {
    return size;
  }

  /** Highest score, 0 without. */
  float best() {
    return best;
  }

  int doc(int match) {
    return docs[match];
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
    Matches some = new Matches(scores.length > 0);
    for (int match : kept) {
      some.add(docs[match], score(match));
    }
    return some;
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

  /** Gathers what Lucene finds; leaves come in order because one thread searches them. */
  private static final class Gatherer extends SimpleCollector {
    private final Matches matches;
    private final boolean scored;
    private int base;
    private @org.jspecify.annotations.Nullable Scorable scorer;

    Gatherer(Matches matches, boolean scored) {
      this.matches = matches;
      this.scored = scored;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) {
      base = leaf.docBase;
    }

    @Override
    public void setScorer(Scorable scorable) {
      scorer = scorable;
    }

    @Override
    public void collect(int doc) throws IOException {
      matches.add(base + doc, scored && scorer != null ? scorer.score() : 0);
    }

    @Override
    public ScoreMode scoreMode() {
      return scored ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
    }
  }
}
