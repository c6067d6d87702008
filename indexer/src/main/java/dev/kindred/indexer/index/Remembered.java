package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers that were looked up before, up to a size; those not asked for lately are forgotten first.
 *
 * <p>They live in two halves. Once the younger is full it becomes the older one, and what was in
 * that and not asked for since is gone. Many threads may ask; two that ask for the same at the same
 * time may both look it up.
 */
final class Remembered<K, V> {
  private final long mostInHalf;
  private final ToLongFunction<V> size;
  private volatile Half<K, V> younger = new Half<>();
  private volatile Half<K, V> older = new Half<>();

  private static final class Half<K, V> {
    private final Map<K, V> answers = new ConcurrentHashMap<>();
    private long used;
  }

  /**
   * @param most total size, in whatever unit {@code size} gives; one answer larger than half of
   *     that is not kept
   */
  Remembered(long most, ToLongFunction<V> size) {
    this.mostInHalf = most / 2;
    this.size = size;
  }

  /** Up to a number of answers. */
  static <K, V> Remembered<K, V> count(int most) {
    return new Remembered<>(most, answer -> 1);
  }

  /** Finds an answer. */
  @FunctionalInterface
  interface Lookup<V> {
    V find() throws IOException;
  }

  /** The answer for a key, looked up if it is not known. */
  V get(K key, Lookup<V> lookup) throws IOException {
    V young = younger.answers.get(key);
    if (young != null) {
      return young;
    }
    @Nullable V old = older.answers.get(key);
    V answer = old != null ? old : lookup.find();
    keep(key, answer);
    return answer;
  }

  /** Puts another answer in the place of one that is out of date, and gives it back. */
  V renew(K key, V answer) {
    keep(key, answer);
    return answer;
  }

  private synchronized void keep(K key, V answer) {
    long more = size.applyAsLong(answer);
    if (more > mostInHalf) {
      return;
    }
    if (younger.used + more > mostInHalf) {
      older = younger;
      younger = new Half<>();
    }
    if (younger.answers.put(key, answer) == null) {
      younger.used += more;
    }
  }
}
