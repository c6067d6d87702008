package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which documents have enough of a query's words.
 *
 * <p>A word weighs as much as it tells: ln(1 + N / n), n of N documents having it; words that no
 * document has do not count. All words are asked for first. Where that leaves fewer than a handful,
 * documents with the greater part of the weight will do, then those with a smaller part, and in the
 * end any word; but of two words the one that tells less only, unless nothing has the other.
 */
final class WordCoverage {
  /** Shares of the weight that are asked for, one after the other. */
  private static final double[] SHARES = {1, 0.6, 0.35, 0};

  private static final int ENOUGH = 10;
  private static final int FEW_WORDS = 2;
  private static final double ROUNDING = 1e-4;

  private final IndexSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final List<float[]> weights = new ArrayList<>();
  private double total;

  private WordCoverage(IndexSearcher searcher) {
    this.searcher = searcher;
    this.leaves = searcher.getLeafContexts();
    leaves.forEach(leaf -> weights.add(new float[leaf.reader().maxDoc()]));
  }

  /** The documents that have enough of the words; none if they have none. */
  static DocumentSet enough(IndexSearcher searcher, List<Query> words) throws IOException {
    WordCoverage coverage = new WordCoverage(searcher);
    for (Query word : words) {
      coverage.add(word);
    }
    for (double share : SHARES) {
      List<FixedBitSet> documents = coverage.atLeast(share * coverage.total);
      int count = documents.stream().mapToInt(FixedBitSet::cardinality).sum();
      int asked = share == 1 || words.size() > FEW_WORDS ? ENOUGH : 1;
      if (share == 0 || count >= asked) {
        return new DocumentSet(documents);
      }
    }
    throw new IllegalStateException("unreachable: the last share takes any");
  }

  private void add(Query word) throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(word), ScoreMode.COMPLETE_NO_SCORES, 1);
    List<FixedBitSet> found = new ArrayList<>();
    int count = 0;
    for (LeafReaderContext leaf : leaves) {
      FixedBitSet documents = new FixedBitSet(Math.max(1, leaf.reader().maxDoc()));
      Scorer scorer = weight.scorer(leaf);
      if (scorer != null) {
        Bits live = leaf.reader().getLiveDocs();
        DocIdSetIterator each = scorer.iterator();
        for (int d = each.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = each.nextDoc()) {
          if (live == null || live.get(d)) {
            documents.set(d);
            count++;
          }
        }
      }
      found.add(documents);
    }
    if (count > 0) {
      float tells = (float) Math.log1p(searcher.getIndexReader().numDocs() / (double) count);
      total += tells;
      for (int leaf = 0; leaf < found.size(); leaf++) {
        add(found.get(leaf), tells, weights.get(leaf));
      }
    }
  }

  private static void add(FixedBitSet documents, float weight, float[] sums) {
    for (int d = documents.nextSetBit(0);
        d != DocIdSetIterator.NO_MORE_DOCS;
        d =
            d + 1 < documents.length()
                ? documents.nextSetBit(d + 1)
                : DocIdSetIterator.NO_MORE_DOCS) {
      sums[d] += weight;
    }
  }

  private List<FixedBitSet> atLeast(double wanted) {
    List<FixedBitSet> all = new ArrayList<>();
    for (float[] sums : weights) {
      FixedBitSet documents = new FixedBitSet(Math.max(1, sums.length));
      for (int d = 0; d < sums.length; d++) {
        if (sums[d] > 0 && sums[d] >= wanted - ROUNDING) {
          documents.set(d);
        }
      }
      all.add(documents);
    }
    return all;
  }
}
