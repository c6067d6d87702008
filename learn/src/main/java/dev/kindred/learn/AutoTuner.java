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
import java.util.function.UnaryOperator;

/**
 * Chooses a learner, its hyper-parameters and its number of factors by what predicts held-out
 * interactions best, within a time budget.
 *
 * <p>First every learner as it is, with few factors; then the best is varied, one hyper-parameter
 * after another, keeping what helps; then its factors are doubled as long as that helps. A trial is
 * begun only while there is time, so a slower machine may choose otherwise; each single trial is
 * deterministic. The first trial is made in any case.
 */
public final class AutoTuner {
  private static final int K = 20;
  private static final int MOST_PEOPLE = 4000;
  private static final int FEW_FACTORS = 64;
  private static final int MOST_FACTORS = 512;

  /** Doubling the factors costs memory and time in serving: it has to gain this much. */
  private static final double WORTH_DOUBLING = 1.01;

  /**
   * One thing that was tried.
   *
   * @param ndcg mean nDCG@20 over the asked people, 0 to 1
   * @param seconds it took to learn
   */
  public record Trial(LearnerSettings settings, double ndcg, double seconds) {}

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
    HeldOut heldOut = HeldOut.of(interactions, MOST_PEOPLE, seed);
    if (heldOut.people().length == 0) {
      return new Choice(LearnerSettings.DEFAULT, List.of(), 0);
    }
    Search search = new Search(heldOut, progress, clock.instant().plus(budget));
    int factors = Math.min(FEW_FACTORS, Math.max(1, interactions.items() / 4));
    search.attempt(ImplicitAls.DEFAULT.withFactors(factors));
    search.attempt(new Popularity());
    search.attempt(Spectral.DEFAULT.withFactors(factors));
    if (search.best().settings() instanceof ImplicitAls) {
      alsVariations().forEach(search::vary);
    } else if (search.best().settings() instanceof Spectral) {
      spectralVariations().forEach(search::vary);
    }
    search.doubleFactors();
    return new Choice(search.best().settings(), search.trials, heldOut.people().length);
  }

  /** Tries these settings alone, the first of them in any case; uses all cores. */
  public Choice better(
      Interactions interactions, List<LearnerSettings> candidates, ProgressListener progress) {
    if (candidates.isEmpty()) {
      throw new IllegalArgumentException("candidates must be one or more, got none");
    }
    HeldOut heldOut = HeldOut.of(interactions, MOST_PEOPLE, seed);
    if (heldOut.people().length == 0) {
      return new Choice(candidates.getFirst(), List.of(), 0);
    }
    Search search = new Search(heldOut, progress, clock.instant().plus(budget));
    candidates.forEach(search::attempt);
    return new Choice(search.best().settings(), search.trials, heldOut.people().length);
  }

  private static List<UnaryOperator<LearnerSettings>> alsVariations() {
    return List.of(
        als(s -> s.withUnobservedWeight(s.unobservedWeight() * 3)),
        als(s -> s.withUnobservedWeight(s.unobservedWeight() / 3)),
        als(s -> s.withExponents(0, 0)),
        als(s -> s.withExponents(s.personExponent() + 0.2, s.itemExponent())),
        als(s -> s.withExponents(s.personExponent(), s.itemExponent() + 0.2)),
        als(s -> s.withRegularization(s.regularization() * 5)),
        als(s -> s.withRegularization(s.regularization() / 5)));
  }

  private static List<UnaryOperator<LearnerSettings>> spectralVariations() {
    return List.of(
        spectral(s -> s.withExponents(s.personExponent() + 0.15, s.itemExponent())),
        spectral(s -> s.withExponents(s.personExponent(), s.itemExponent() + 0.1)),
        spectral(s -> s.withExponents(s.personExponent(), s.itemExponent() - 0.1)),
        spectral(s -> s.withSpectrumExponent(s.spectrumExponent() + 0.5)));
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

    Search(HeldOut heldOut, ProgressListener progress, Instant end) {
      this.heldOut = heldOut;
      this.progress = progress;
      this.end = end;
    }

    Trial best() {
      return trials.stream().max(Comparator.comparingDouble(Trial::ndcg)).orElseThrow();
    }

    void attempt(LearnerSettings settings) {
      boolean first = trials.isEmpty();
      boolean known = trials.stream().anyMatch(trial -> trial.settings().equals(settings));
      if (known || (!first && !clock.instant().isBefore(end))) {
        return;
      }
      Instant start = clock.instant();
      FactorModel model = Learners.learn(heldOut.train(), settings, progress);
      double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
      trials.add(new Trial(settings, heldOut.ndcg(model, K), seconds));
    }

    void vary(UnaryOperator<LearnerSettings> change) {
      attempt(change.apply(best().settings()));
    }

    void doubleFactors() {
      while (true) {
        Trial before = best();
        LearnerSettings doubled = before.settings().withFactors(2 * before.settings().factors());
        int count = trials.size();
        if (doubled.factors() > MOST_FACTORS || 2 * doubled.factors() > heldOut.train().items()) {
          return;
        }
        attempt(doubled);
        if (trials.size() == count || best().ndcg() < WORTH_DOUBLING * before.ndcg()) {
          return;
        }
      }
    }
  }
}
