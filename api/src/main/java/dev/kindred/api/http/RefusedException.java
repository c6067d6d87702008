package dev.kindred.api.http;

import java.util.function.Supplier;

/** A request that is not carried out, with the problem to answer. */
public final class RefusedException extends RuntimeException {
  private final transient Problem problem;

  public RefusedException(Problem problem) {
    super(problem.detail());
    this.problem = problem;
  }

  /** What to answer. */
  public Problem problem() {
    return problem;
  }

  /**
   * Makes a request record; what its constructor refuses is the sender's mistake, while the same
   * exception out of the engine would be ours.
   */
  public static <T> T unlessRefused(Supplier<T> record) {
    try {
      return record.get();
    } catch (IllegalArgumentException e) {
      throw Problems.known(e)
          .map(RefusedException::new)
          .orElseGet(() -> new RefusedException(Problem.of(Problem.Kind.INVALID_PARAMETER, e)));
    }
  }
}
