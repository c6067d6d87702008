package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

/**
 * Scores documents that are known to match, one word after the other (term at a time, see Turtle
 * and Flood, 1995), and says how high a query can score. Lucene goes document by document instead
 * and must find out for each which of many words it has; where the documents are known, that is
 * most of the work.
 *
 * <p>Words and fields are looked up once, however often they are asked for. For one thread.
 */
final class WordByWord {
  private static final Set<Occur> SCORED = EnumSet.of(Occur.MUST, Occur.SHOULD);
  /* Within a query, what one of its parts needs may be missing. */
  private static final Set<Occur> OPTIONAL = EnumSet.of(Occur.SHOULD);

  private final IndexSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final Map<Part, Weight> weights = new HashMap<>();
  private final Map<Part, float[]> bounds = new HashMap<>();

  /** A query that is taken as a whole, and by what its score is multiplied. */
  private record Part(Query query, float boost) {}

  WordByWord(IndexSearcher searcher) {
    this.searcher = searcher;
    this.leaves = searcher.getLeafContexts();
  }

  /**
   * What a query scores.
   *
   * @param documents in index order, each of which the query finds
   */
  float[] scores(Query query, int[] documents) throws IOException {
    double[] sums = new double[documents.length];
    for (Query each : summands(query)) {
      add(each, 1, documents, sums);
    }
    float[] scores = new float[sums.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) sums[i];
    }
    return scores;
  }

  /** The highest score that any document can have, or a little more. */
  float mostPossible(Query query) throws IOException {
    float[] sums = new float[leaves.size()];
    for (Query each : summands(query)) {
      add(bounds(each, 1), 1, sums);
    }
    float most = 0;
    for (float sum : sums) {
      most = Math.max(most, sum);
    }
    return most;
  }

  private void add(Query query, float boost, int[] documents, double[] sums) throws IOException {
    switch (query) {
      case BoostQuery boosted ->
          add(boosted.getQuery(), boost * boosted.getBoost(), documents, sums);
      case BooleanQuery sum when isSum(sum, OPTIONAL) -> {
        for (BooleanClause clause : sum) {
          add(clause.query(), boost, documents, sums);
        }
      }
      case DisjunctionMaxQuery most -> addMost(most, boost, documents, sums);
      default -> addPart(new Part(query, boost), documents, sums);
    }
  }

  /** The highest score, plus a part of the others. */
  private void addMost(DisjunctionMaxQuery query, float boost, int[] documents, double[] sums)
      throws IOException {
    double[] most = new double[documents.length];
    double[] all = new double[documents.length];
    double[] each = new double[documents.length];
    for (Query one : query.getDisjuncts()) {
      Arrays.fill(each, 0);
      add(one, boost, documents, each);
      for (int i = 0; i < each.length; i++) {
        most[i] = Math.max(most[i], each[i]);
        all[i] += each[i];
      }
    }
    float others = query.getTieBreakerMultiplier();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += most[i] + others * (all[i] - most[i]);
    }
  }

  private void addPart(Part part, int[] documents, double[] sums) throws IOException {
    Weight weight = weights.get(part);
    if (weight == null) {
      weight = weight(part, ScoreMode.COMPLETE);
      weights.put(part, weight);
    }
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      if (next < documents.length && documents[next] < end) {
        Scorer scorer = weight.scorer(leaf);
        int from = next;
        while (next < documents.length && documents[next] < end) {
          next++;
        }
        if (scorer != null) {
          addPart(scorer, leaf.docBase, documents, from, next, sums);
        }
      }
    }
  }

  private static void addPart(
      Scorer scorer, int base, int[] documents, int from, int to, double[] sums)
      throws IOException {
    // What is costly to check, such as neighbours, is checked for these documents alone.
    TwoPhaseIterator checked = scorer.twoPhaseIterator();
    DocIdSetIterator found = checked == null ? scorer.iterator() : checked.approximation();
    int at = found.docID();
    for (int i = from; i < to; i++) {
      int wanted = documents[i] - base;
      if (at < wanted) {
        at = found.advance(wanted);
      }
      if (at == wanted && (checked == null || checked.matches())) {
        sums[i] += scorer.score();
      }
    }
  }

  private Weight weight(Part part, ScoreMode mode) throws IOException {
    return searcher.createWeight(searcher.rewrite(part.query()), mode, part.boost());
  }

  /** The highest scores that are possible in each leaf. */
  private float[] bounds(Query query, float boost) throws IOException {
    return switch (query) {
      case BoostQuery boosted -> bounds(boosted.getQuery(), boost * boosted.getBoost());
      case BooleanQuery sum when isSum(sum, OPTIONAL) -> {
        float[] sums = new float[leaves.size()];
        for (BooleanClause clause : sum) {
          add(bounds(clause.query(), boost), 1, sums);
        }
        yield sums;
      }
      case DisjunctionMaxQuery most -> {
        float[] sums = new float[leaves.size()];
        float[] best = new float[leaves.size()];
        for (Query one : most.getDisjuncts()) {
          float[] each = bounds(one, boost);
          add(each, most.getTieBreakerMultiplier(), sums);
          for (int leaf = 0; leaf < best.length; leaf++) {
            best[leaf] = Math.max(best[leaf], each[leaf]);
          }
        }
        add(best, 1 - most.getTieBreakerMultiplier(), sums);
        yield sums;
      }
      default -> bounds(new Part(query, boost));
    };
  }

  private static void add(float[] each, float times, float[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += times * each[i];
    }
  }

  private float[] bounds(Part part) throws IOException {
    float[] known = bounds.get(part);
    if (known == null) {
      known = new float[leaves.size()];
      Weight weight = weight(part, ScoreMode.TOP_SCORES);
      for (int leaf = 0; leaf < known.length; leaf++) {
        Scorer scorer = weight.scorer(leaves.get(leaf));
        if (scorer != null) {
          scorer.advanceShallow(0);
          known[leaf] = scorer.getMaxScore(DocIdSetIterator.NO_MORE_DOCS);
        }
      }
      bounds.put(part, known);
    }
    return known;
  }

  /** What adds up to the score of a document that a query finds. */
  private static List<Query> summands(Query query) {
    boolean isSum = query instanceof BooleanQuery sum && isSum(sum, SCORED);
    return isSum
        ? ((BooleanQuery) query).clauses().stream().map(BooleanClause::query).toList()
        : List.of(query);
  }

  private static boolean isSum(BooleanQuery query, Set<Occur> kinds) {
    return query.getMinimumNumberShouldMatch() == 0
        && query.clauses().stream().allMatch(clause -> kinds.contains(clause.occur()));
  }
}
