package dev.kindred.indexer.generation;

import dev.kindred.indexer.store.GenerationRecord;
import dev.kindred.indexer.store.Store;
import dev.kindred.learn.Complements;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.EventWeights;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.model.FeatureVector;
import dev.kindred.model.Product;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The generations of a data directory: the one that serves, training of the next, going back.
 *
 * <p>Which one serves is recorded in the store, so that another process can train or go back and
 * the serving one follows with {@link #follow}.
 */
public final class Generations {
  private static final int KEPT = 5;

  private final Store store;
  private final GenerationFiles files;
  private final Function<Product, FeatureVector> contentFeatures;
  private final Clock clock;
  private final ReentrantLock training = new ReentrantLock();
  private volatile Optional<Generation> serving = Optional.empty();
  private volatile Optional<Unreadable> unreadable = Optional.empty();

  /**
   * @param folder where the files of generations are
   * @param contentFeatures what a product is made of
   */
  public Generations(
      Store store, Path folder, Function<Product, FeatureVector> contentFeatures, Clock clock) {
    this.store = store;
    this.files = new GenerationFiles(folder);
    this.contentFeatures = contentFeatures;
    this.clock = clock;
    follow();
  }

  /** The generation that this process serves. */
  public Optional<Generation> serving() {
    return serving;
  }

  /**
   * What is wrong with the generation that should serve and what to do about it; empty if nothing
   * is. An older one that was read before goes on serving.
   */
  public Optional<String> trouble() {
    return unreadable.map(Unreadable::why);
  }

  private record Unreadable(int number, String why) {}

  /**
   * Takes up the generation that the store says should serve, if it can be read.
   *
   * @return the generation if it is another one than before
   */
  public Optional<Generation> follow() {
    Optional<Integer> wanted = store.activeGeneration().map(GenerationRecord::number);
    if (wanted.isEmpty()
        || wanted.equals(serving.map(Generation::number))
        || wanted.equals(unreadable.map(Unreadable::number))) {
      return Optional.empty();
    }
    try {
      serving = Optional.of(files.read(wanted.get()));
      unreadable = Optional.empty();
      return serving;
    } catch (UncheckedIOException e) {
      unreadable =
          Optional.of(new Unreadable(wanted.get(), GenerationFiles.trouble(wanted.get(), e)));
      return Optional.empty();
    }
  }

  /**
   * Trains a new generation and lets it serve if the gate passes it. Waits while another process
   * trains in the same folder.
   *
   * @throws IllegalStateException if a training is under way in this process
   * @throws NothingToLearnException if no event says anything of a product of the shop; then no
   *     generation was made
   */
  public TrainingReport train(LearnerPlan plan, EventWeights weights, TrainingProgress progress) {
    if (!training.tryLock()) {
      throw new IllegalStateException("a training is under way");
    }
    progress.at("waiting", 0);
    try (GenerationFiles.Claim claim = files.claim()) {
      claim.deleteUnfinished();
      Optional<Trainer.Former> former = active().flatMap(this::former);
      return trainAlone(
          new Trainer(store, contentFeatures, weights, plan, former, clock), progress);
    } finally {
      training.unlock();
    }
  }

  private TrainingReport trainAlone(Trainer trainer, TrainingProgress progress) {
    Instant start = clock.instant();
    TrainingSet set = trainer.read(progress);
    requireSomething(set);
    int number = store.addGeneration(start).number();
    Trainer.Trained trained = trainer.train(number, set, progress);
    files.write(trained.generation(), trained.model());
    Gate.Verdict verdict = verdict(trained);
    double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
    TrainingReport report = report(trained, verdict, seconds);
    store.describeGeneration(
        number,
        verdict.passed() ? GenerationRecord.State.READY : GenerationRecord.State.REJECTED,
        json(report));
    if (verdict.passed()) {
      store.activateGeneration(number);
    }
    deleteOld();
    progress.at("done", 1);
    return report;
  }

  private static void requireSomething(TrainingSet set) {
    Optional<String> missing = set.missing();
    if (missing.isPresent()) {
      throw new NothingToLearnException("there is nothing to learn from: " + missing.get());
    }
  }

  /**
   * Lets a model that was learned elsewhere serve as the next generation, without a gate, content
   * prior or complements. Its products count as well known.
   *
   * @param ids of the model's items, by their number
   * @return the generation's number
   */
  public int adopt(List<String> ids, FactorModel model) {
    if (ids.size() != model.items()) {
      throw new IllegalArgumentException(
          "ids must be as many as the model's items, " + model.items() + ", got " + ids.size());
    }
    int number = store.addGeneration(clock.instant()).number();
    int[] known = new int[ids.size()];
    Arrays.fill(known, Integer.MAX_VALUE);
    ContentPrior prior = ContentPrior.none(model.factors());
    Generation generation =
        new Generation(
            number,
            store.sequence(),
            new Generation.ItemFactors(ids, known, new BitSet(), model.factors(), model.slab()),
            Generation.Folding.of(model, prior),
            prior,
            Complements.of(ids.size(), List.of(), Complements.Settings.DEFAULT),
            new Generation.Calibration(1));
    files.write(generation, model);
    store.describeGeneration(number, GenerationRecord.State.READY, "{}");
    store.activateGeneration(number);
    return number;
  }

  /* The generation that the store says should serve, if it can be read. */
  private Optional<Generation> active() {
    return store.activeGeneration().map(GenerationRecord::number).flatMap(this::readable);
  }

  private Optional<Generation> readable(int number) {
    try {
      return files.has(number) ? Optional.of(files.read(number)) : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.empty();
    }
  }

  private Optional<Trainer.Former> former(Generation generation) {
    return files.model(generation.number()).map(model -> new Trainer.Former(generation, model));
  }

  private Gate.Verdict verdict(Trainer.Trained trained) {
    return active()
        .map(other -> Gate.compare(trained.figures(), trained.panel().of(other)))
        .orElseGet(() -> Gate.first(trained.figures()));
  }

  private static TrainingReport report(
      Trainer.Trained trained, Gate.Verdict verdict, double seconds) {
    Map<String, Double> figures = new TreeMap<>();
    figures.put("recall@20", trained.figures().recall());
    figures.put("ndcg@20", trained.figures().ndcg());
    PanelEvaluation.Figures popularity = trained.panel().ofPopularity();
    figures.put("popularity_recall@20", popularity.recall());
    figures.put("popularity_ndcg@20", popularity.ndcg());
    figures.put("panel_people", (double) trained.figures().people());
    figures.put("factors", (double) trained.generation().factors());
    return new TrainingReport(
        trained.generation().number(),
        verdict.passed(),
        verdict.words(),
        trained.set().log().people(),
        trained.set().items(),
        trained.interactions().size(),
        seconds,
        figures,
        trained.model().settings(),
        trained.trials());
  }

  /**
   * Lets another generation serve.
   *
   * @throws IllegalArgumentException if there is no such generation, or its files are gone
   */
  public void activate(int number) {
    if (!files.has(number)) {
      throw new IllegalArgumentException("generation must be one of " + kept() + ", got " + number);
    }
    store.activateGeneration(number);
  }

  /** The generation that served before this one; empty if there is none with files. */
  public Optional<Integer> previous() {
    long current = store.activeGeneration().map(GenerationRecord::activated).orElse(0L);
    return store.generations().stream()
        .filter(g -> g.activated() > 0 && g.activated() < current && files.has(g.number()))
        .max((a, b) -> Long.compare(a.activated(), b.activated()))
        .map(GenerationRecord::number);
  }

  /** Numbers of the generations whose files are kept. */
  public List<Integer> kept() {
    return store.generations().stream()
        .map(GenerationRecord::number)
        .filter(files::has)
        .sorted()
        .toList();
  }

  private void deleteOld() {
    int active = store.activeGeneration().map(GenerationRecord::number).orElse(0);
    int before = previous().orElse(0);
    List<Integer> kept = kept();
    kept.stream()
        .limit(Math.max(0, kept.size() - KEPT))
        .filter(number -> number != active && number != before)
        .forEach(files::delete);
  }

  private static String json(TrainingReport report) {
    String figures =
        report.figures().entrySet().stream()
            .map(f -> "\"" + f.getKey() + "\":" + String.format(Locale.ROOT, "%.6f", f.getValue()))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{%s,\"people\":%d,\"items\":%d,\"interactions\":%d,\"seconds\":%s,\"verdict\":\"%s\"}",
        figures,
        report.people(),
        report.items(),
        report.interactions(),
        String.format(Locale.ROOT, "%.1f", report.seconds()),
        report.verdict());
  }
}
