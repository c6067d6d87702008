package dev.kindred.evaluation;

import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.PersonFolder;
import dev.kindred.learn.ProgressListener;
import dev.kindred.learn.VectorMath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * How good recommendations for somebody new are after 0, 1, 2, 3, 5 and 10 of their events.
 *
 * <p>Some people are kept out of training altogether. Their first events come one after another, by
 * time, or in random order where the file has no times; what comes after the first ten is to be
 * guessed at every point. Everything but those ten is ranked. Without events everybody gets what
 * most people have, as it is and made diverse.
 */
public final class PeopleCurve {
  private static final int[] LEVELS = {0, 1, 2, 3, 5, 10};
  private static final int COMING = 10;
  private static final int TO_GUESS = 3;
  private static final int ONE_IN = 10;
  private static final int MOST_PEOPLE = 2_000;
  private static final int K = 10;
  private static final int WINDOW = 200;
  private static final double DIVERSITY = 0.1;

  private PeopleCurve() {}

  /**
   * Measures the curve.
   *
   * @return figures by name, to be written as one JSON object
   * @throws MalformedFileException if nobody has enough events
   */
  public static Map<String, Object> run(
      Path events, LearnerSettings learner, long seed, ProgressListener progress)
      throws IOException {
    Map<String, List<Preference>> byPerson = new TreeMap<>();
    for (Preference preference : BehaviourFile.read(events)) {
      byPerson.computeIfAbsent(preference.user(), u -> new ArrayList<>()).add(preference);
    }
    SplittableRandom random = new SplittableRandom(seed);
    List<Preference> train = new ArrayList<>();
    List<Preference> first = new ArrayList<>();
    List<Preference> test = new ArrayList<>();
    int asked = 0;
    for (List<Preference> his : byPerson.values()) {
      boolean isNew = his.size() >= COMING + TO_GUESS && random.nextInt(ONE_IN) == 0;
      if (isNew && asked < MOST_PEOPLE) {
        asked++;
        Split.shuffle(his, random);
        his.sort(Comparator.comparing(Preference::time));
        first.addAll(his.subList(0, COMING));
        test.addAll(his.subList(COMING, his.size()));
      } else {
        train.addAll(his);
      }
    }
    List<Preference> known = new ArrayList<>(train);
    known.addAll(first);
    HeldOut data = HeldOut.of(known, test);
    int[] people = RankingOfPeople.judged(data);
    if (people.length == 0 || train.isEmpty()) {
      throw new MalformedFileException(
          events + " must have people with " + (COMING + TO_GUESS) + " products or more, got none");
    }
    return new Points(data, people, train, first, learner, seed, progress).json(seed);
  }

  /** The curve's points on one division of the data. */
  private static final class Points {
    private final HeldOut data;
    private final int[] people;
    private final List<Preference> first;
    private final Interactions train;
    private final FactorModel model;
    private final ProgressListener progress;

    Points(
        HeldOut data,
        int[] people,
        List<Preference> train,
        List<Preference> first,
        LearnerSettings learner,
        long seed,
        ProgressListener progress) {
      this.data = data;
      this.people = people;
      this.first = first;
      this.train = interactions(train);
      this.model = Learners.learn(this.train, learner, progress).withMeanPerson(this.train, seed);
      this.progress = progress;
    }

    Map<String, Object> json(long seed) {
      float[] popularity = new float[data.items().size()];
      for (int item = 0; item < popularity.length; item++) {
        popularity[item] = train.itemDegree(item);
      }
      List<Double> ndcg = new ArrayList<>();
      List<Double> recall = new ArrayList<>();
      List<Double> alone = new ArrayList<>();
      RecommendFigures most = same(popularity);
      for (int level : LEVELS) {
        RecommendFigures figures = level == 0 ? most : folded(model.folder(), level);
        ndcg.add(Rounding.of(figures.meanNdcg()));
        recall.add(Rounding.of(figures.meanRecall()));
        alone.add(
            Rounding.of(
                (level == 0 ? most : folded(model.folder().ofEvidence(), level)).meanNdcg()));
      }
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("events", Arrays.stream(LEVELS).boxed().toList());
      json.put("ndcg@" + K, ndcg);
      json.put("recall@" + K, recall);
      json.put("events_alone_ndcg@" + K, alone);
      RecommendFigures mix = same(diverse(popularity));
      json.put("diverse_ndcg@" + K + "_of_nobody", Rounding.of(mix.meanNdcg()));
      json.put("diverse_recall@" + K + "_of_nobody", Rounding.of(mix.meanRecall()));
      json.put("users", people.length);
      json.put("items", data.items().size());
      json.put("training_interactions", train.size());
      json.put("seed", seed);
      return json;
    }

    private Interactions interactions(List<Preference> preferences) {
      Interactions.Builder builder =
          Interactions.builder(data.people().size(), data.items().size());
      for (Preference p : preferences) {
        int person = Collections.binarySearch(data.people(), p.user());
        int item = Collections.binarySearch(data.items(), p.item());
        builder.add(person, item, p.confidence());
      }
      return builder.build();
    }

    private RecommendFigures folded(PersonFolder folder, int events) {
      return figures(new FactorRecommender(folder, model.slab(), come(events)));
    }

    /* Everybody's first events. */
    private Interactions come(int events) {
      List<Preference> come = new ArrayList<>();
      for (int from = 0; from < first.size(); from += COMING) {
        come.addAll(first.subList(from, from + events));
      }
      return interactions(come);
    }

    private RecommendFigures same(float[] scores) {
      return figures((asked, rows) -> {
        for (float[] row : rows) {
          System.arraycopy(scores, 0, row, 0, scores.length);
        }
      });
    }

    private RecommendFigures figures(Recommender recommender) {
      boolean[] all = new boolean[data.items().size()];
      Arrays.fill(all, true);
      return RecommendFigures.of(
          data, people, RankingOfPeople.top(data, recommender, people, all, K, progress), K);
    }

    /* Maximal marginal relevance over factors, as in serving: each next one less like the former. */
    private float[] diverse(float[] popularity) {
      int[] window = TopItems.of(popularity, WINDOW);
      float[] value = new float[window.length];
      float[] likeness = new float[window.length];
      double top = Math.sqrt(popularity[window[0]]);
      for (int i = 0; i < window.length; i++) {
        value[i] = (float) (Math.sqrt(popularity[window[i]]) / top);
      }
      float[] scores = new float[popularity.length];
      boolean[] placed = new boolean[window.length];
      for (int place = 0; place < window.length; place++) {
        int best = -1;
        for (int i = 0; i < window.length; i++) {
          if (!placed[i]
              && (best < 0
                  || value[i] - DIVERSITY * likeness[i]
                      > value[best] - DIVERSITY * likeness[best])) {
            best = i;
          }
        }
        placed[best] = true;
        scores[window[best]] = window.length - place;
        for (int i = 0; i < window.length; i++) {
          likeness[i] = Math.max(likeness[i], cosine(window[i], window[best]));
        }
      }
      return scores;
    }

    private float cosine(int a, int b) {
      return VectorMath.cosine(
          model.itemFactor(a), 0, model.slab(), model.slabOffset(b), model.directions());
    }
  }
}
