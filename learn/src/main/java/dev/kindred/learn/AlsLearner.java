package dev.kindred.learn;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Alternates ridge regressions for people and items; each row is solved on its own by conjugate
 * gradients from where it stood.
 */
record AlsLearner(LearnerSettings.ImplicitAls settings, int epochs) implements Learner {
  /*
   * Before each half epoch the fixed side is turned into the eigenbasis of its Gram matrix G. There
   * the system of a row, w0 G + lambda I + sum c yy', is a diagonal matrix plus one rank per entry:
   * a product with it costs as much as reading the row's entries twice, whatever the number of
   * factors, and the diagonal part is the preconditioner. A row with n entries is solved exactly in
   * n + 1 steps; rows with many start close to their solution.
   */
  private static final int ROWS_AT_ONCE = 64;
  private static final int MOST_STEPS = 4;
  private static final int START_ITERATIONS = 3;
  private static final double START_LENGTH = 0.3;
  private static final double NOISE = 1e-3;

  @Override
  public FactorModel learn(Interactions interactions, ProgressListener progress) {
    return learn(interactions, Optional.empty(), progress);
  }

  /**
   * Trains from given item factors on.
   *
   * @param start items x factors, row by row, of any length but all zeros
   */
  FactorModel learn(Interactions interactions, Optional<float[]> start, ProgressListener progress) {
    int k = settings.factors();
    DegreeWeights weights =
        DegreeWeights.of(interactions, settings.personExponent(), settings.itemExponent())
            .normalised(interactions);
    Sparse rows = weights.rows(interactions);
    Sparse columns = weights.columns(interactions);
    double unobserved = unobserved(interactions);
    float[] people = new float[interactions.people() * k];
    float[] items = start.orElseGet(() -> spectral(interactions, rows, columns, progress)).clone();
    for (int epoch = 0; epoch < epochs; epoch++) {
      progress.progress("epoch", epoch, epochs);
      Turned turned = Turned.of(items, people, k);
      people = turned.other();
      solve(rows, turned, people, unobserved);
      turned = Turned.of(people, turned.fixed(), k);
      items = turned.other();
      solve(columns, turned, items, unobserved);
    }
    Turned turned = Turned.of(items, people, k);
    people = turned.other();
    solve(rows, turned, people, unobserved);
    progress.progress("epoch", epochs, epochs);
    return model(interactions, weights, turned, Dense.gram(people, interactions.people(), k));
  }

  private FactorModel model(
      Interactions interactions, DegreeWeights weights, Turned items, float[] peopleGram) {
    int k = settings.factors();
    RidgeFolder folder =
        new RidgeFolder(
            items.gram(),
            unobserved(interactions),
            settings.regularization(),
            settings.frequencyExponent(),
            settings.personExponent(),
            interactions.items());
    RidgeItemFolder itemFolder =
        new RidgeItemFolder(
            peopleGram,
            k,
            unobserved(interactions),
            settings.regularization(),
            settings.frequencyExponent(),
            settings.itemExponent(),
            weights.itemScale(),
            interactions.people());
    float[] slab = new float[interactions.items() * folder.factors()];
    for (int item = 0; item < interactions.items(); item++) {
      int start = item * folder.factors();
      System.arraycopy(items.fixed(), item * k, slab, start, k);
      FactorLayout.setItemWeight(slab, start, folder.factors(), weights.items()[item]);
    }
    return new FactorModel(settings, folder, itemFolder, slab);
  }

  /* Both sides in the basis in which the fixed side's Gram matrix is diagonal. */
  private record Turned(float[] fixed, float[] other, float[] gram) {
    static Turned of(float[] fixed, float[] other, int k) {
      SymmetricEigen eigen = SymmetricEigen.of(Dense.gram(fixed, fixed.length / k, k), k);
      float[] rotation = new float[k * k];
      float[] gram = new float[k];
      for (int j = 0; j < k; j++) {
        gram[j] = (float) Math.max(0, eigen.values()[j]);
        for (int d = 0; d < k; d++) {
          rotation[d * k + j] = (float) eigen.vectors()[j][d];
        }
      }
      return new Turned(
          Dense.times(fixed, fixed.length / k, k, rotation, k),
          Dense.times(other, other.length / k, k, rotation, k),
          gram);
    }
  }

  /* The weight of each pair not touched, that of an interaction being 1 in the mean. */
  private double unobserved(Interactions interactions) {
    double pairs = (double) interactions.people() * interactions.items();
    return settings.unobservedWeight() * Math.max(1, interactions.size()) / Math.max(1, pairs);
  }

  private void solve(Sparse sparse, Turned turned, float[] solved, double unobserved) {
    int k = settings.factors();
    Parallel.ranges(
        sparse.size(),
        ROWS_AT_ONCE,
        (from, to) -> {
          RowSolver solver = new RowSolver(turned.fixed(), k);
          float[] diagonal = new float[k];
          for (int row = from; row < to; row++) {
            double frequency = sparse.length(row) + unobserved * turned.fixed().length / k;
            double lambda =
                settings.regularization() * Math.pow(frequency, settings.frequencyExponent());
            for (int d = 0; d < k; d++) {
              diagonal[d] = (float) (unobserved * turned.gram()[d] + lambda);
            }
            solver.solve(sparse, row, diagonal, solved, row * k, MOST_STEPS);
          }
        });
  }

  /*
   * The leading singular vectors of the weighted interactions, with noise in the directions that
   * are too many: one epoch from there is worth many from random numbers.
   */
  private float[] spectral(
      Interactions interactions, Sparse rows, Sparse columns, ProgressListener progress) {
    int k = settings.factors();
    int items = interactions.items();
    Subspace subspace =
        Subspace.of(
            rows.positive(), columns.positive(), k, START_ITERATIONS, settings.seed(), progress);
    int found = subspace.values().length;
    double[] degrees = DegreeWeights.powers(interactions.columns, settings.itemExponent());
    float[] start = new float[items * k];
    SplittableRandom random = new SplittableRandom(settings.seed());
    double squared = 0;
    for (int item = 0; item < items; item++) {
      for (int d = 0; d < found; d++) {
        float value = (float) (degrees[item] * subspace.vectors()[item * found + d]);
        start[item * k + d] = value;
        squared += (double) value * value;
      }
      for (int d = found; d < k; d++) {
        start[item * k + d] = (float) (NOISE * random.nextGaussian());
      }
    }
    float scale = squared == 0 ? 1 : (float) (START_LENGTH * Math.sqrt(items / squared));
    VectorMath.scale(scale, start, 0, start.length);
    return start;
  }
}
