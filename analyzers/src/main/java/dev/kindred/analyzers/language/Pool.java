package dev.kindred.analyzers.language;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lends tools that only one thread may use at a time. Unlike thread-locals it holds as many as were
 * in use at once, whatever number of threads came by.
 */
final class Pool<T> {
  private final ConcurrentLinkedQueue<T> free = new ConcurrentLinkedQueue<>();
  private final Supplier<T> maker;

  Pool(Supplier<T> maker) {
    this.maker = maker;
  }

  <R> R use(Function<T, R> work) {
    T waiting = free.poll();
    T tool = waiting == null ? maker.get() : waiting;
    R result = work.apply(tool);
    // A tool in whose use something was thrown is not lent again.
    free.add(tool);
    return result;
  }
}
