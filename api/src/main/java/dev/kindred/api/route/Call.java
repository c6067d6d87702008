package dev.kindred.api.route;

import io.javalin.http.Context;

/** The code that answers a request. */
@FunctionalInterface
public interface Call {

  /** Reads the request and writes the answer; what it throws is handed to {@link #fail}. */
  void answer(Context request);

  /**
   * Answers a request that failed, or that its sender may not make, in a form of the call's own.
   *
   * @throws RuntimeException the failure itself, which then becomes a problem
   */
  default void fail(Context request, RuntimeException failure) {
    throw failure;
  }
}
