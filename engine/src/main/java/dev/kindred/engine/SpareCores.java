package dev.kindred.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Long work on all cores but one, which is left to those who wait for answers.
 *
 * <p>Work on parallel streams stays among the threads it was begun on (as {@link ForkJoinPool}
 * does), so these limit everything that the work does.
 */
final class SpareCores {
  private SpareCores() {}

  /** The result of some work; what it throws comes out as it is. */
  static <T> T run(Supplier<T> work) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return CompletableFuture.supplyAsync(work, pool).get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
