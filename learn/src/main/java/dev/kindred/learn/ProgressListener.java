package dev.kindred.learn;

/** Hears how far a piece of work has come; may be called from the working thread often. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener NONE = (phase, done, total) -> {};

  /**
   * @param phase what is being done, {@code epoch}
   * @param done steps done, from 0 to total
   * @param total steps in all
   */
  void progress(String phase, int done, int total);
}
