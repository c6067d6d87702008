package dev.kindred.learn;

/** Which learner, with which hyper-parameters. */
public sealed interface LearnerSettings {

  /** What serves well without any tuning. */
  LearnerSettings DEFAULT = ImplicitAls.DEFAULT;

  /** A short name for reports, files and the command line: {@code ials}, {@code spectral}. */
  String name();

  /** The number of latent factors asked for; a model's vectors may be slightly longer. */
  int factors();

  /** The same with another number of factors. */
  LearnerSettings withFactors(int factors);

  /**
   * Implicit alternating least squares with frequency-scaled regularisation, after Rendle,
   * Krichene, Zhang and Koren, "Revisiting the Performance of iALS on Item Recommendation
   * Benchmarks" (2022); here the interactions of busy people and popular items can weigh less.
   *
   * @param factors 1 or more
   * @param epochs passes over people and items, 1 or more
   * @param unobservedWeight of all that was not touched together, as a multiple of the weight of
   *     all interactions together, above 0; so it means the same for small and large shops
   * @param regularization above 0
   * @param frequencyExponent of the frequency in the regularisation, 0 (the same for all) to 1
   * @param personExponent of a person's sum of confidences, by which theirs are divided, 0 to 1
   * @param itemExponent of an item's sum of confidences, likewise, 0 to 1
   * @param seed of the first factors
   */
  record ImplicitAls(
      int factors,
      int epochs,
      double unobservedWeight,
      double regularization,
      double frequencyExponent,
      double personExponent,
      double itemExponent,
      long seed)
      implements LearnerSettings {

    private static final int WARM_EPOCHS = 1;
    public static final ImplicitAls DEFAULT = new ImplicitAls(128, 3, 60, 0.06, 0.5, 0.35, 0.3, 1);

    public ImplicitAls {
      SettingRules.atLeastOne("factors", factors);
      SettingRules.atLeastOne("epochs", epochs);
      SettingRules.aboveZero("unobserved_weight", unobservedWeight);
      SettingRules.aboveZero("regularization", regularization);
      SettingRules.fromTo("frequency_exponent", frequencyExponent, 0, 1);
      SettingRules.fromTo("person_exponent", personExponent, 0, 1);
      SettingRules.fromTo("item_exponent", itemExponent, 0, 1);
    }

    @Override
    public String name() {
      return "ials";
    }

    @Override
    public ImplicitAls withFactors(int factors) {
      return new ImplicitAls(
          factors,
          epochs,
          unobservedWeight,
          regularization,
          frequencyExponent,
          personExponent,
          itemExponent,
          seed);
    }

    /** The epochs that are enough from factors that were learned before. */
    int warmEpochs() {
      return Math.min(epochs, WARM_EPOCHS);
    }

    /** The same with another weight of what was not touched. */
    public ImplicitAls withUnobservedWeight(double unobservedWeight) {
      return new ImplicitAls(
          factors,
          epochs,
          unobservedWeight,
          regularization,
          frequencyExponent,
          personExponent,
          itemExponent,
          seed);
    }

    /** The same with another regularisation. */
    public ImplicitAls withRegularization(double regularization) {
      return new ImplicitAls(
          factors,
          epochs,
          unobservedWeight,
          regularization,
          frequencyExponent,
          personExponent,
          itemExponent,
          seed);
    }

    /** The same with other exponents of the sums of confidences, brought into 0 to 1. */
    public ImplicitAls withExponents(double personExponent, double itemExponent) {
      return new ImplicitAls(
          factors,
          epochs,
          unobservedWeight,
          regularization,
          frequencyExponent,
          Math.clamp(personExponent, 0, 1),
          Math.clamp(itemExponent, 0, 1),
          seed);
    }
  }

  /**
   * Truncated singular value decomposition of the interactions, scaled down by the degrees of their
   * people and items; people are folded in as weighted sums of what they touched.
   *
   * @param factors 1 or more
   * @param iterations of the subspace, 1 or more
   * @param personExponent of a person's degree, 0 to 1
   * @param itemExponent of an item's degree where it is evidence, 0 to 1
   * @param popularityExponent of an item's degree where it is the answer, -1 to 1
   * @param lengthExponent of the length of an item's row of singular vectors, by which the answer
   *     is divided: 0 (not at all) to 1; the smaller the more the popular are preferred
   * @param spectrumExponent of the singular values, 0 (all factors alike) to 4
   * @param seed of the first subspace
   */
  record Spectral(
      int factors,
      int iterations,
      double personExponent,
      double itemExponent,
      double popularityExponent,
      double lengthExponent,
      double spectrumExponent,
      long seed)
      implements LearnerSettings {

    public static final Spectral DEFAULT = new Spectral(512, 6, 0.35, 0.4, 0.4, 0, 0.25, 1);

    public Spectral {
      SettingRules.atLeastOne("factors", factors);
      SettingRules.atLeastOne("iterations", iterations);
      SettingRules.fromTo("person_exponent", personExponent, 0, 1);
      SettingRules.fromTo("item_exponent", itemExponent, 0, 1);
      SettingRules.fromTo("popularity_exponent", popularityExponent, -1, 1);
      SettingRules.fromTo("length_exponent", lengthExponent, 0, 1);
      SettingRules.fromTo("spectrum_exponent", spectrumExponent, 0, 4);
    }

    @Override
    public String name() {
      return "spectral";
    }

    @Override
    public Spectral withFactors(int factors) {
      return new Spectral(
          factors,
          iterations,
          personExponent,
          itemExponent,
          popularityExponent,
          lengthExponent,
          spectrumExponent,
          seed);
    }

    /** The same with other exponents of the degrees where they are evidence. */
    public Spectral withExponents(double personExponent, double itemExponent) {
      return new Spectral(
          factors,
          iterations,
          Math.clamp(personExponent, 0, 1),
          Math.clamp(itemExponent, 0, 1),
          popularityExponent,
          lengthExponent,
          spectrumExponent,
          seed);
    }

    /** The same with other exponents where an item is the answer. */
    public Spectral withAnswer(double popularityExponent, double lengthExponent) {
      return new Spectral(
          factors,
          iterations,
          personExponent,
          itemExponent,
          Math.clamp(popularityExponent, -1, 1),
          Math.clamp(lengthExponent, 0, 1),
          spectrumExponent,
          seed);
    }

    /** The same with another exponent of the singular values. */
    public Spectral withSpectrumExponent(double spectrumExponent) {
      return new Spectral(
          factors,
          iterations,
          personExponent,
          itemExponent,
          popularityExponent,
          lengthExponent,
          spectrumExponent,
          seed);
    }
  }

  /** Everybody gets what most people have: the baseline below which no learner should fall. */
  record Popularity() implements LearnerSettings {
    @Override
    public String name() {
      return "popularity";
    }

    @Override
    public int factors() {
      return 1;
    }

    @Override
    public Popularity withFactors(int factors) {
      return this;
    }
  }
}
