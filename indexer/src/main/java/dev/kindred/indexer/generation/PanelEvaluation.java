package dev.kindred.indexer.generation;

import dev.kindred.learn.PersonFolder;
import dev.kindred.learn.VectorMath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How well a generation foretells what the people of the panel did next.
 *
 * <p>Of each person with two products or more, the fifth that they touched last is held out; the
 * rest is folded in, and all products of the catalogue but the rest are ranked. Recall@20 divides
 * by the number of held-out products; nDCG@20 has gain 1 and a log2 discount.
 */
final class PanelEvaluation {
  private static final int DEPTH = 20;
  private static final double HELD_OUT = 0.2;

  private final TrainingSet set;
  private final List<Case> cases;

  /** One person: what is known, with how much confidence, and what is to be foretold. */
  private record Case(int[] known, float[] confidences, int[] next) {}

  /**
   * What a generation reached.
   *
   * @param people that were asked about
   * @param ndcgs of each person, in an order that is the same for every generation
   * @param nextToOwn mean score of the held-out products as a share of that of the known ones
   */
  record Figures(int people, double recall, double[] ndcgs, double nextToOwn) {
    double ndcg() {
      return Arrays.stream(ndcgs).average().orElse(0);
    }
  }

  PanelEvaluation(TrainingSet set) {
    this.set = set;
    this.cases = cases(set);
  }

  int people() {
    return cases.size();
  }

  /** Asks a generation. */
  Figures of(Generation generation) {
    Rows rows = rows(generation);
    List<Outcome> outcomes =
        cases.parallelStream().map(c -> outcome(c, generation.folder(), rows)).toList();
    double recall = outcomes.stream().mapToDouble(Outcome::recall).average().orElse(0);
    double next = outcomes.stream().mapToDouble(Outcome::next).sum();
    double own = outcomes.stream().mapToDouble(Outcome::own).sum();
    double[] ndcgs = outcomes.stream().mapToDouble(Outcome::ndcg).toArray();
    return new Figures(cases.size(), recall, ndcgs, next > 0 && own > 0 ? next / own : 1);
  }

  /** What recommending everybody the most popular products would reach. */
  Figures ofPopularity() {
    double[] popularity = new double[set.items()];
    for (int event = 0; event < set.log().size(); event++) {
      if (!set.panel().has(set.log().person(set.log().personOf(event)))) {
        popularity[set.log().productOf(event)] += set.log().confidenceOf(event);
      }
    }
    int[] candidates = IntStream.range(0, set.items()).filter(set::inCatalogue).toArray();
    List<Judged> outcomes =
        cases.stream().map(c -> judge(c, candidates, item -> popularity[item])).toList();
    return new Figures(
        cases.size(),
        outcomes.stream().mapToDouble(Judged::recall).average().orElse(0),
        outcomes.stream().mapToDouble(Judged::ndcg).toArray(),
        1);
  }

  /** Mean scores of the products that came next, and of the person's own. */
  private record Outcome(double recall, double ndcg, double next, double own) {}

  /** The factors of the catalogue's items in one slab. */
  private record Rows(int[] items, int[] rowOf, int factors, float[] slab) {}

  private Rows rows(Generation generation) {
    int factors = generation.factors();
    int[] items = IntStream.range(0, set.items()).filter(set::inCatalogue).toArray();
    int[] rowOf = new int[set.items()];
    Arrays.fill(rowOf, -1);
    float[] slab = new float[Math.multiplyExact(items.length, factors)];
    for (int row = 0; row < items.length; row++) {
      int item = items[row];
      rowOf[item] = row;
      Optional<float[]> trained = generation.trained(set.ids().get(item));
      float[] factor = trained.orElseGet(() -> generation.predicted(set.features().get(item)));
      System.arraycopy(factor, 0, slab, row * factors, factors);
    }
    return new Rows(items, rowOf, factors, slab);
  }

  private static Outcome outcome(Case asked, PersonFolder folder, Rows rows) {
    List<float[]> factors = new ArrayList<>();
    for (int item : asked.known()) {
      int start = rows.rowOf()[item] * rows.factors();
      factors.add(Arrays.copyOfRange(rows.slab(), start, start + rows.factors()));
    }
    float[] person = folder.fold(factors, asked.confidences());
    Judged judged = judge(asked, rows.items(), item -> score(person, rows, item));
    return new Outcome(
        judged.recall(),
        judged.ndcg(),
        meanScore(person, rows, asked.next()),
        meanScore(person, rows, asked.known()));
  }

  private static double meanScore(float[] person, Rows rows, int[] items) {
    return Arrays.stream(items).mapToDouble(item -> score(person, rows, item)).average().orElse(0);
  }

  private static double score(float[] person, Rows rows, int item) {
    return VectorMath.dot(
        person, 0, rows.slab(), rows.rowOf()[item] * rows.factors(), rows.factors());
  }

  private record Judged(double recall, double ndcg) {}

  @FunctionalInterface
  private interface Scoring {
    double of(int item);
  }

  private static Judged judge(Case asked, int[] candidates, Scoring scoring) {
    Set<Integer> known = new HashSet<>();
    for (int item : asked.known()) {
      known.add(item);
    }
    double[] scores = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      scores[i] =
          known.contains(candidates[i]) ? Double.NEGATIVE_INFINITY : scoring.of(candidates[i]);
    }
    double dcg = 0;
    double found = 0;
    double ideal = 0;
    for (int i = 0; i < asked.next().length; i++) {
      int at = Arrays.binarySearch(candidates, asked.next()[i]);
      int rank = rank(scores, at);
      if (rank < DEPTH) {
        found++;
        dcg += gain(rank);
      }
      if (i < DEPTH) {
        ideal += gain(i);
      }
    }
    return new Judged(found / asked.next().length, dcg / ideal);
  }

  /** How many candidates are before this one; of equal scores the lower index is. */
  private static int rank(double[] scores, int at) {
    int before = 0;
    for (int i = 0; i < scores.length; i++) {
      if (scores[i] > scores[at] || (scores[i] == scores[at] && i < at)) {
        before++;
      }
    }
    return before;
  }

  private static double gain(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }

  private static List<Case> cases(TrainingSet set) {
    Map<Integer, Map<Integer, Touch>> touches = new HashMap<>();
    EventLog log = set.log();
    for (int event = 0; event < log.size(); event++) {
      int person = log.personOf(event);
      int item = log.productOf(event);
      if (set.inCatalogue(item) && set.panel().has(log.person(person))) {
        Touch touch = new Touch(log.confidenceOf(event), log.millisOf(event));
        touches.computeIfAbsent(person, p -> new HashMap<>()).merge(item, touch, Touch::and);
      }
    }
    return touches.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(person -> split(person.getValue()).stream())
        .toList();
  }

  /** What a person did with one product: confidence summed, and when first. */
  private record Touch(float confidence, long firstMillis) {
    Touch and(Touch other) {
      return new Touch(confidence + other.confidence, Math.min(firstMillis, other.firstMillis));
    }
  }

  private static Optional<Case> split(Map<Integer, Touch> touches) {
    List<Map.Entry<Integer, Touch>> liked =
        touches.entrySet().stream()
            .filter(t -> t.getValue().confidence() > 0)
            .sorted(
                Comparator.<Map.Entry<Integer, Touch>>comparingLong(t -> t.getValue().firstMillis())
                    .thenComparing(Map.Entry.comparingByKey()))
            .toList();
    if (liked.size() < 2) {
      return Optional.empty();
    }
    int known = liked.size() - Math.max(1, (int) (liked.size() * HELD_OUT));
    int[] items = liked.stream().mapToInt(Map.Entry::getKey).toArray();
    float[] confidences = new float[known];
    for (int i = 0; i < known; i++) {
      confidences[i] = liked.get(i).getValue().confidence();
    }
    return Optional.of(
        new Case(
            Arrays.copyOf(items, known),
            confidences,
            Arrays.copyOfRange(items, known, items.length)));
  }
}
