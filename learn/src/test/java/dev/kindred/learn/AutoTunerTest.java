package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.AutoTuner.Choice;
import dev.kindred.learn.AutoTuner.Trial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AutoTunerTest {
  private static final InstantSource STANDING = InstantSource.fixed(Instant.EPOCH);

  @Test
  void learnsWhoLikesWhatWhereGroupsDiffer() {
    Interactions grouped = Planted.interactions(400, 80, 3);
    Choice choice =
        new AutoTuner(STANDING, Duration.ofHours(1), 1).choose(grouped, ProgressListener.NONE);
    double popularity = ndcgOf(choice, "popularity");
    double best = choice.trials().stream().mapToDouble(Trial::ndcg).max().orElseThrow();
    assertTrue(best > 1.3 * popularity, choice.toString());
    assertEquals(best, ndcgOf(choice, choice.best()));
    assertTrue(choice.trials().size() > 6, choice.toString());
  }

  @Test
  void sameSeedSameChoice() {
    Interactions grouped = Planted.interactions(200, 40, 4);
    AutoTuner tuner = new AutoTuner(STANDING, Duration.ofHours(1), 9);
    assertEquals(
        tuner.choose(grouped, ProgressListener.NONE), tuner.choose(grouped, ProgressListener.NONE));
  }

  @Test
  void whenTimeIsUpItTakesTheBestSoFar() {
    AtomicLong seconds = new AtomicLong();
    InstantSource hasty = () -> Instant.EPOCH.plusSeconds(seconds.getAndAdd(10));
    Choice choice =
        new AutoTuner(hasty, Duration.ofSeconds(1), 1)
            .choose(Planted.interactions(200, 40, 4), ProgressListener.NONE);
    assertEquals(1, choice.trials().size());
    assertInstanceOf(LearnerSettings.ImplicitAls.class, choice.best());
  }

  @Test
  void aBaselineThatKnowsBetterIsNamed() {
    Interactions grouped = Planted.interactions(200, 40, 4);
    Baseline poor = baseline("poor", -1);
    Baseline oracle = baseline("oracle", 1);
    AutoTuner tuner = new AutoTuner(STANDING, Duration.ofHours(1), 9);
    Choice choice = tuner.choose(grouped, List.of(poor, oracle), 16, ProgressListener.NONE);
    assertEquals(Optional.of("oracle"), choice.betterBaseline());
    assertEquals(
        Optional.empty(),
        tuner.choose(grouped, List.of(poor), 16, ProgressListener.NONE).betterBaseline());
  }

  /* Knows everything, or the opposite. */
  private static Baseline baseline(String name, float sign) {
    Interactions all = Planted.interactions(200, 40, 4);
    return new Baseline() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Scoring learn(Interactions train, ProgressListener progress) {
        return (people, scores) -> {
          for (int i = 0; i < people.length; i++) {
            Arrays.fill(scores[i], 0);
            for (int item : all.itemsOf(people[i])) {
              scores[i][item] = sign;
            }
          }
        };
      }
    };
  }

  @Test
  void withoutAnybodyToAskItTakesTheDefault() {
    Interactions tiny = Interactions.builder(3, 3).add(0, 0, 1).add(1, 2, 1).build();
    Choice choice =
        new AutoTuner(STANDING, Duration.ofHours(1), 1).choose(tiny, ProgressListener.NONE);
    assertEquals(LearnerSettings.DEFAULT, choice.best());
    assertEquals(0, choice.people());
  }

  @Test
  void holdingOutLosesNothingAndLeavesEverybodySomething() {
    Interactions all = Planted.interactions(100, 40, 6);
    HeldOut heldOut = HeldOut.of(all, 50, 2);
    assertEquals(all.size(), heldOut.train().size() + heldOut.test().size());
    assertTrue(heldOut.people().length > 30);
    for (int person : heldOut.people()) {
      assertTrue(heldOut.train().personDegree(person) >= 2);
      assertTrue(heldOut.test().personDegree(person) >= 1);
    }
  }

  private static double ndcgOf(Choice choice, String name) {
    return choice.trials().stream()
        .filter(trial -> trial.name().equals(name))
        .mapToDouble(Trial::ndcg)
        .max()
        .orElseThrow();
  }

  private static double ndcgOf(Choice choice, LearnerSettings settings) {
    return choice.trials().stream()
        .filter(trial -> trial.settings().equals(Optional.of(settings)))
        .mapToDouble(Trial::ndcg)
        .max()
        .orElseThrow();
  }
}
