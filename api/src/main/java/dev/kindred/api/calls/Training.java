package dev.kindred.api.calls;

import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.NothingToLearnException;
import dev.kindred.indexer.generation.TrainingReport;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trains in the background, one generation at a time, and knows how far it is. */
final class Training {
  private static final Logger LOG = LoggerFactory.getLogger(Training.class);

  /**
   * How a training stands.
   *
   * @param step what is being done
   * @param done share that is done, 0 to 1
   * @param report when it ended well
   */
  record Run(
      State state, Instant startedAt, String step, double done, Optional<TrainingReport> report) {}

  /** The states of a training. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  private final Kindred kindred;
  private final InstantSource clock;
  private final AtomicReference<Optional<Run>> last = new AtomicReference<>(Optional.empty());

  Training(Kindred kindred, InstantSource clock) {
    this.kindred = kindred;
    this.clock = clock;
  }

  /** The training that runs, or the last one since the start; empty if there was none. */
  Optional<Run> last() {
    return last.get();
  }

  /**
   * Begins a training.
   *
   * @return false if one is running
   */
  boolean begin() {
    Run run = new Run(State.RUNNING, clock.instant(), "waiting", 0, Optional.empty());
    Optional<Run> before = last.get();
    if (before.filter(r -> r.state() == State.RUNNING).isPresent()
        || !last.compareAndSet(before, Optional.of(run))) {
      return false;
    }
    Thread.ofPlatform().daemon().name("training").start(() -> train(run));
    return true;
  }

  private void train(Run run) {
    try {
      TrainingReport report =
          kindred.trainWhileServing((step, done) ->
              note(new Run(State.RUNNING, run.startedAt(), step, done, Optional.empty())));
      note(new Run(State.DONE, run.startedAt(), report.verdict(), 1, Optional.of(report)));
    } catch (NothingToLearnException e) {
      note(
          new Run(
              State.FAILED, run.startedAt(), String.valueOf(e.getMessage()), 0, Optional.empty()));
    } catch (RuntimeException | Error e) {
      LOG.error("training failed", e);
      note(new Run(State.FAILED, run.startedAt(), "the log says why", 0, Optional.empty()));
    }
  }

  private void note(Run run) {
    last.set(Optional.of(run));
  }
}
