package dev.kindred.indexer.index;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Matches documents of one reader that were scored before; of no use on another reader. */
final class ScoredDocuments extends Query {
  private final Matches matches;

  ScoredDocuments(Matches matches) {
    this.matches = matches;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new Weight(this) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        int from = matches.firstFrom(leaf.docBase);
        int to = matches.firstFrom(leaf.docBase + leaf.reader().maxDoc());
        return from == to ? null : new Slice(from, to, leaf.docBase, boost);
      }

      @Override
      public Explanation explain(LeafReaderContext leaf, int doc) {
        int match = matches.firstFrom(leaf.docBase + doc);
        return match < matches.size() && matches.doc(match) == leaf.docBase + doc
            ? Explanation.match(boost * matches.score(match), "scored before")
            : Explanation.noMatch("not chosen");
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  /** The matches of one leaf. */
  private final class Slice extends ScorerSupplier {
    private final int from;
    private final int to;
    private final int base;
    private final float boost;

    Slice(int from, int to, int base, float boost) {
      this.from = from;
      this.to = to;
      this.base = base;
      this.boost = boost;
    }

    @Override
    public long cost() {
      return (long) to - from;
    }

    @Override
    public Scorer get(long leadCost) {
      Each each = new Each(from, to, base);
      return new Scorer() {
        @Override
        public int docID() {
          return each.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
          return each;
        }

        @Override
        public float score() {
          return boost * matches.score(each.match);
        }

        @Override
        public float getMaxScore(int upTo) {
          return boost * matches.best();
        }
      };
    }
  }

  /** Goes through the matches from one to before another. */
  private final class Each extends DocIdSetIterator {
    private final int from;
    private final int to;
    private final int base;
    private int match;

    Each(int from, int to, int base) {
      this.from = from;
      this.to = to;
      this.base = base;
      match = from - 1;
    }

    @Override
    public int docID() {
      if (match < from) {
        return -1;
      }
      return match < to ? matches.doc(match) - base : NO_MORE_DOCS;
    }

    @Override
    public int nextDoc() {
      match++;
      return docID();
    }

    @Override
    public int advance(int target) {
      match = target == NO_MORE_DOCS ? to : Math.max(match + 1, matches.firstFrom(base + target));
      return docID();
    }

    @Override
    public long cost() {
      return (long) to - from;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "ScoredDocuments";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ScoredDocuments that && matches.equals(that.matches);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + matches.hashCode();
  }
}
