package dev.kindred.indexer.graph;

import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Matches documents of one reader that were chosen before; of no use on another reader. */
final class DocumentSet extends Query {
  private final List<FixedBitSet> chosen;

  /**
   * @param chosen documents of each leaf
   */
  DocumentSet(List<FixedBitSet> chosen) {
    this.chosen = List.copyOf(chosen);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        FixedBitSet documents = chosen.get(leaf.ord);
        BitSetIterator iterator = new BitSetIterator(documents, documents.cardinality());
        int end = leaf.reader().maxDoc();
        return ConstantScoreScorerSupplier.fromIterator(iterator, score(), mode, end);
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "DocumentSet";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DocumentSet that && chosen.equals(that.chosen);
  }

  @Override
  public int hashCode() {
    return 31 * classHash() + chosen.hashCode();
  }
}
