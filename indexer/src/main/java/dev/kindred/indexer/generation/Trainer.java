package dev.kindred.indexer.generation;

import dev.kindred.indexer.generation.Generation.Calibration;
import dev.kindred.indexer.generation.Generation.Folding;
import dev.kindred.indexer.generation.Generation.ItemFactors;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.AutoTuner;
import dev.kindred.learn.Complements;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.Interactions;
import dev.kindred.learn.ItemPosterior;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes a generation from a store: read, learn, predict, count, in the order of the file. */
final class Trainer {
  private static final long SEED = 1;

  private final Store store;
  private final Function<Product, FeatureVector> contentFeatures;
  private final EventWeights weights;
  private final LearnerPlan plan;
  private final Optional<Former> former;
  private final Clock clock;

  Trainer(
      Store store,
      Function<Product, FeatureVector> contentFeatures,
      EventWeights weights,
      LearnerPlan plan,
      Optional<Former> former,
      Clock clock) {
    this.store = store;
    this.contentFeatures = contentFeatures;
    this.weights = weights;
    this.plan = plan;
    this.former = former;
    this.clock = clock;
  }

  /** The generation that serves until then, with the model it came from. */
  record Former(Generation generation, FactorModel model) {

    /**
     * Its learned factors, without their weights, in the order of these ids; zeros for new ones.
     */
    float[] start(List<String> ids) {
      Map<String, Integer> rows = new HashMap<>();
      for (String id : generation.items().ids()) {
        rows.put(id, rows.size());
      }
      int width = model.directions();
      float[] start = new float[Math.multiplyExact(ids.size(), width)];
      for (int item = 0; item < ids.size(); item++) {
        Integer row = rows.get(ids.get(item));
        if (row != null && row < model.items()) {
          System.arraycopy(model.slab(), model.slabOffset(row), start, item * width, width);
        }
      }
      return start;
    }
  }

  /** What was read and what was made of it. */
  record Trained(
      TrainingSet set,
      Interactions interactions,
      FactorModel model,
      List<AutoTuner.Trial> trials,
      Generation generation,
      PanelEvaluation panel,
      PanelEvaluation.Figures figures) {}

  /** What is to be learned from. */
  TrainingSet read(TrainingProgress progress) {
    progress.at("reading events", 0);
    EventLog log = EventLog.read(store, weights);
    progress.at("reading products", 0.1);
    return TrainingSet.read(store, log, contentFeatures);
  }

  Trained train(int number, TrainingSet set, TrainingProgress progress) {
    Interactions interactions = set.interactions();
    AutoTuner.Choice choice = choice(interactions, progress);
    Optional<float[]> start =
        former.filter(f -> f.model().settings().equals(choice.best())).map(f -> f.start(set.ids()));
    FactorModel model =
        Learners.learn(
                interactions, choice.best(), start, within(progress, "learning factors", 0.3, 0.6))
            .withMeanPerson(interactions, SEED);
    ContentPrior prior =
        ContentPrior.learn(
            model,
            interactions,
            set.features(),
            SEED,
            within(progress, "learning what content tells", 0.6, 0.85));
    progress.at("finding what is bought together", 0.85);
    Complements complements =
        Complements.of(set.items(), set.baskets(), Complements.Settings.DEFAULT);
    progress.at("measuring", 0.9);
    ItemFactors items =
        new ItemFactors(
            set.ids(),
            IntStream.range(0, set.items()).map(interactions::itemDegree).toArray(),
            Repeats.of(set),
            model.factors(),
            ItemPosterior.slab(model, interactions, prior, set.features()));
    Generation draft =
        new Generation(
            number,
            set.log().sequence(),
            items,
            Folding.of(model, prior),
            prior,
            complements,
            new Calibration(1));
    PanelEvaluation panel = new PanelEvaluation(set);
    PanelEvaluation.Figures figures = panel.of(draft);
    return new Trained(
        set,
        interactions,
        model,
        choice.trials(),
        draft.calibrated(figures.nextToOwn()),
        panel,
        figures);
  }

  private AutoTuner.Choice choice(Interactions interactions, TrainingProgress progress) {
    Optional<LearnerSettings> given =
        plan.fixed().or(() -> plan.reuse() ? former.map(f -> f.model().settings()) : plan.fixed());
    return given
        .map(settings -> new AutoTuner.Choice(settings, List.of(), 0))
        .orElseGet(() ->
            new AutoTuner(clock, plan.budget(), SEED)
                .choose(
                    interactions, (trial, done, total) -> progress.at("trying " + trial, 0.15)));
  }

  private static ProgressListener within(
      TrainingProgress progress, String step, double from, double to) {
    return (phase, done, total) ->
        progress.at(step, from + (to - from) * done / Math.max(1, total));
  }
}
