package dev.kindred.learn;

import dev.kindred.learn.LearnerSettings.ImplicitAls;
import dev.kindred.learn.LearnerSettings.Popularity;
import dev.kindred.learn.LearnerSettings.Spectral;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Chooses a learner, its hyper-parameters and its number of factors by what predicts held-out
 * interactions best, within a time budget.
 *
 * <p>First every learner as it is or with few factors, and the baselines; then the factors of each
 * learner are doubled as long as that helps; then the best is varied, one hyper-parameter after
 * another, keeping what helps. The spectral learner's subspace is computed once, as wide as the
 * time allows, and all its smaller models are read off it. A trial is begun only while it should
 * end in time, so a slower machine may choose otherwise; each single trial is deterministic. The
 * first trial is made in any case.
 */
public final class AutoTuner {
  private static final int K = 20;
  private static final int MOST_PEOPLE = 4000;
  private static final int FEW_FACTORS = 64;
  private static final int MOST_FACTORS = 512;

  /** Doubling the factors costs memory and time in serving: it has to gain this much. */
  private static final double WORTH_DOUBLING = 1.01;

  /** What twice the factors cost, about: more than twice where the vectors are made orthogonal. */
  private static final double DOUBLED_SECONDS = 2.2;

  /** The part of the time left that a wide subspace may take. */
  private static final double SHARE_OF_SUBSPACE = 0.6;

  /**
   * One thing that was tried.
   *
   * @param name of the learner or baseline
   * @param settings of a learner; empty for a baseline
   * @param ndcg mean nDCG@20 over the asked people, 0 to 1
   * @param seconds it took to learn
   */
  public record Trial(
      String name, Optional<LearnerSettings> settings, double ndcg, double seconds) {}

  /**
   * What was found.
   *
   * @param best the best settings tried
   * @param trials all of them, in order
   * @param people how many were asked; 0 where nobody had enough interactions
   */
  public record Choice(LearnerSettings best, List<Trial> trials, int people) {
    public Choice {
      trials = List.copyOf(trials);
    }

    /** The name of the baseline that did better than every learner. */
    public Optional<String> betterBaseline() {
      return trials.stream()
          .max(Comparator.comparingDouble(Trial::ndcg))
          .filter(trial -> trial.settings().isEmpty())
          .map(Trial::name);
    }
  }

  private final InstantSource clock;
  private final Duration budget;
  private final long seed;

  /**
   * @param budget after which no new trial is begun
   * @param seed of the choice of what is held out
   */
  public AutoTuner(InstantSource clock, Duration budget, long seed) {
    this.clock = clock;
    this.budget = budget;
    this.seed = seed;
  }

  /** Tries settings on these interactions; uses all cores. */
  public Choice choose(Interactions interactions, ProgressListener progress) {
    return choose(interactions, List.of(), MOST_FACTORS, progress);
  }

  /**
   * Tries settings and baselines on these interactions; uses all cores.
   *
   * @param mostFactors 1 or more
   */
  public Choice choose(
      Interactions interactions,
      List<Baseline> baselines,
      int mostFactors,
      ProgressListener progress) {
    HeldOut heldOut = HeldOut.of(interactions, MOST_PEOPLE, seed);
    if (heldOut.people().length == 0) {
      return new Choice(LearnerSettings.DEFAULT, List.of(), 0);
    }
    Search search = new Search(heldOut, progress, clock.instant().plus(budget));
    int most = Math.min(mostFactors, Math.max(1, interactions.items() / 4));
    // First what serves well without a choice: where there is no time, it is the choice.
    search.attempt(
        ImplicitAls.DEFAULT.withFactors(Math.min(ImplicitAls.DEFAULT.factors(), most)), 0);
    Spectral few = Spectral.DEFAULT.withFactors(Math.min(FEW_FACTORS, most));
    if (search.attempt(few, 0)) {
      search.widen(few, mostFactors);
    }
    search.attempt(new Popularity(), 0);
    baselines.forEach(search::attempt);
    search.doubleFactors(ImplicitAls.class, mostFactors);
    if (search.best().settings().orElseThrow() instanceof ImplicitAls) {
      alsVariations().forEach(search::vary);
    } else if (search.best().settings().orElseThrow() instanceof Spectral) {
      spectralVariations().forEach(search::vary);
    }
    return new Choice(
        search.best().settings().orElseThrow(), search.trials, heldOut.people().length);
  }

  private static List<UnaryOperator<LearnerSettings>> alsVariations() {
    return List.of(
        als(s -> s.withRegularization(s.regularization() * 2)),
        als(s -> s.withUnobservedWeight(s.unobservedWeight() * 4)),
        als(s -> s.withUnobservedWeight(s.unobservedWeight() / 4)),
        als(s -> s.withExponents(s.personExponent(), s.itemExponent() + 0.2)),
        als(s -> s.withExponents(s.personExponent(), s.itemExponent() - 0.2)),
        als(s -> s.withExponents(s.personExponent() + 0.2, s.itemExponent())),
        als(s -> s.withExponents(s.personExponent() - 0.2, s.itemExponent())),
        als(s -> s.withRegularization(s.regularization() * 2)),
        als(s -> s.withRegularization(s.regularization() / 2)));
  }

  private static List<UnaryOperator<LearnerSettings>> spectralVariations() {
    return List.of(
        spectral(s -> s.withAnswer(s.popularityExponent() - 0.15, s.lengthExponent())),
        spectral(s -> s.withAnswer(s.popularityExponent() + 0.15, s.lengthExponent())),
        spectral(s -> s.withAnswer(s.popularityExponent(), s.lengthExponent() + 0.2)),
        spectral(s -> s.withAnswer(s.popularityExponent(), s.lengthExponent() - 0.2)),
        spectral(s -> s.withSpectrumExponent(s.spectrumExponent() + 0.5)),
        spectral(s -> s.withSpectrumExponent(s.spectrumExponent() / 2)),
        spectral(s -> s.withExponents(s.personExponent(), s.itemExponent() + 0.1)),
        spectral(s -> s.withExponents(s.personExponent(), s.itemExponent() - 0.1)),
        spectral(s -> s.withExponents(s.personExponent() + 0.15, s.itemExponent())),
        spectral(s -> s.withExponents(s.personExponent() - 0.15, s.itemExponent())),
        spectral(s -> s.withAnswer(s.popularityExponent() - 0.15, s.lengthExponent())),
        spectral(s -> s.withAnswer(s.popularityExponent() + 0.15, s.lengthExponent())));
  }

  private static UnaryOperator<LearnerSettings> als(UnaryOperator<ImplicitAls> change) {
    return s -> s instanceof ImplicitAls als ? change.apply(als) : s;
  }

  private static UnaryOperator<LearnerSettings> spectral(UnaryOperator<Spectral> change) {
    return s -> s instanceof Spectral spectral ? change.apply(spectral) : s;
  }

  /** The trials so far. */
  private final class Search {
    private final HeldOut heldOut;
    private final ProgressListener progress;
    private final Instant end;
    private final List<Trial> trials = new ArrayList<>();
    private final SubspaceCache subspaces;
    /* What one of a spectral model's factors cost in the last subspace. */
    private double secondsOfFactor;

    Search(HeldOut heldOut, ProgressListener progress, Instant end) {
      this.heldOut = heldOut;
      this.progress = progress;
      this.end = end;
      this.subspaces = new SubspaceCache(heldOut.train());
    }

    Trial best() {
      return best(LearnerSettings.class).orElseThrow();
    }

    Optional<Trial> best(Class<? extends LearnerSettings> family) {
      return trials.stream()
          .filter(trial -> trial.settings().filter(family::isInstance).isPresent())
          .max(Comparator.comparingDouble(Trial::ndcg));
    }

    /* seconds: what it will take, as far as is known. */
    boolean attempt(LearnerSettings settings, double seconds) {
      boolean known =
          trials.stream().anyMatch(trial -> trial.settings().equals(Optional.of(settings)));
      if (known || (!trials.isEmpty() && !fits(seconds))) {
        return false;
      }
      progress.progress(settings.name() + ", " + settings.factors() + " factors", 0, 1);
      Instant start = clock.instant();
      FactorModel model = learn(settings);
      double took = since(start);
      Optional<LearnerSettings> tried = Optional.of(settings);
      trials.add(new Trial(settings.name(), tried, heldOut.ndcg(model, K), took));
      return true;
    }

    private FactorModel learn(LearnerSettings settings) {
      return settings instanceof Spectral spectral
          ? learn(spectral)
          : Learners.learn(heldOut.train(), settings, ProgressListener.NONE);
    }

    private FactorModel learn(Spectral settings) {
      boolean covered = subspaces.covers(settings);
      Instant start = clock.instant();
      FactorModel model = subspaces.learn(settings);
      secondsOfFactor = covered ? secondsOfFactor : since(start) / settings.factors();
      return model;
    }

    /* Doubles the factors of a first trial as long as that helps, off one subspace. */
    void widen(Spectral first, int mostFactors) {
      int most = Math.min(mostFactors, heldOut.train().items() / 2);
      int widest = first.factors();
      double seconds = secondsOfFactor * widest;
      double left = Duration.between(clock.instant(), end).toMillis() / 1000.0;
      while (2 * widest <= most && DOUBLED_SECONDS * seconds <= SHARE_OF_SUBSPACE * left) {
        widest *= 2;
        seconds *= DOUBLED_SECONDS;
      }
      if (widest > first.factors()) {
        progress.progress("spectral, subspace of " + widest, 0, 1);
        learn(first.withFactors(widest));
        doubleFactors(Spectral.class, widest);
      }
    }

    void attempt(Baseline baseline) {
      progress.progress(baseline.name(), 0, 1);
      Instant start = clock.instant();
      Baseline.Scoring scoring = baseline.learn(heldOut.train(), ProgressListener.NONE);
      double took = since(start);
      trials.add(new Trial(baseline.name(), Optional.empty(), heldOut.ndcg(scoring, K), took));
    }

    void vary(UnaryOperator<LearnerSettings> change) {
      LearnerSettings settings = change.apply(best().settings().orElseThrow());
      attempt(settings, expected(settings, best().seconds()));
    }

    void doubleFactors(Class<? extends LearnerSettings> family, int mostFactors) {
      double gain = WORTH_DOUBLING;
      while (gain >= WORTH_DOUBLING && best(family).isPresent()) {
        Trial before = best(family).orElseThrow();
        LearnerSettings settings = before.settings().orElseThrow();
        LearnerSettings doubled = settings.withFactors(2 * settings.factors());
        if (doubled.factors() > mostFactors
            || 2 * doubled.factors() > heldOut.train().items()
            || !attempt(doubled, expected(doubled, DOUBLED_SECONDS * before.seconds()))) {
          return;
        }
        gain = best(family).orElseThrow().ndcg() / before.ndcg();
      }
    }

    /* What a trial should take: a spectral one next to nothing if its subspace is there. */
    private double expected(LearnerSettings settings, double usual) {
      if (settings instanceof Spectral spectral) {
        return subspaces.covers(spectral) ? 0 : secondsOfFactor * spectral.factors();
      }
      return usual;
    }

    private boolean fits(double seconds) {
      Duration needed = Duration.ofMillis(Math.round(1000 * seconds) + 1);
      return !clock.instant().plus(needed).isAfter(end);
    }

    private double since(Instant start) {
      return Duration.between(start, clock.instant()).toMillis() / 1000.0;
    }
  }
}
