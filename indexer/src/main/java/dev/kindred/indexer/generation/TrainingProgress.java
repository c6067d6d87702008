package dev.kindred.indexer.generation;

/** Hears how far a training is. */
@FunctionalInterface
public interface TrainingProgress {

  /** Nobody listens. */
  TrainingProgress SILENT = (step, done) -> {};

  /**
   * @param step what is being done, {@code "learning factors"}
   * @param done share of the whole training that is done, 0 to 1
   */
  void at(String step, double done);
}
