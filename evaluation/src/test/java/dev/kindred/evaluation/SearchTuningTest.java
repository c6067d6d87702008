package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.engine.RankingWeights;
import dev.kindred.engine.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchTuningTest {
  private static final RankingWeights USUAL = RankingWeights.DEFAULTS;
  private static final RankingWeights OTHER = USUAL.withText(1, 2, 0.15);

  @Test
  void theWeightsInUseComeFirstAndOnce() {
    List<RankingWeights> choices = SearchTuning.choices(USUAL);
    assertEquals(USUAL, choices.getFirst());
    assertEquals(140, choices.size());
    assertEquals(140, choices.stream().distinct().count());
    assertEquals(USUAL.business(), choices.get(34).business());
  }

  @Test
  void aRealGainIsFoundAndCalledSignificant() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] values = new double[2][60];
    for (int q = 0; q < 60; q++) {
      values[0][q] = 0.5 * random.nextDouble();
      values[1][q] = values[0][q] + 0.1;
    }
    TunedWeights tuned = SearchTuning.chosen(List.of(USUAL, OTHER), List.<double[][]>of(values), 5);
    assertEquals(OTHER, tuned.weights());
    assertEquals(0.1, tuned.gain().after() - tuned.gain().before(), 1e-9);
    assertTrue(tuned.gain().isSignificant());
    assertTrue(tuned.yaml().contains("\nranking:\n  lexical: 1.0\n  semantic: 2.0\n"));
    assertEquals(true, tuned.json().get("significant"));
  }

  @Test
  void aGainOnTheChosenQueriesAloneIsNone() {
    // Fifty choices of noise: one is best on all queries, and none on others.
    SplittableRandom random = new SplittableRandom(5);
    double[][] values = new double[50][40];
    for (double[] choice : values) {
      for (int q = 0; q < choice.length; q++) {
        choice[q] = random.nextDouble();
      }
    }
    List<RankingWeights> choices =
        java.util.stream.IntStream.range(0, 50).mapToObj(i -> USUAL.withText(1, i, 0)).toList();
    TunedWeights tuned = SearchTuning.chosen(choices, List.<double[][]>of(values), 5);
    assertFalse(tuned.gain().isSignificant());
    assertTrue(tuned.verdict().contains("not significant"), tuned.verdict());
  }

  @Test
  void setsCountAlikeHoweverManyQueriesTheyHave() {
    double[][] large = {filled(0.5, 100), filled(0.51, 100)};
    double[][] small = {filled(0.5, 10), filled(0.4, 10)};
    TunedWeights tuned = SearchTuning.chosen(List.of(USUAL, OTHER), List.of(large, small), 5);
    assertEquals(USUAL, tuned.weights());
    assertEquals(2, tuned.gains().size());
  }

  @Test
  void requestsAreChecked() {
    SearchTuning.JudgedSet set = new SearchTuning.JudgedSet(Path.of("p"), Path.of("j"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SearchTuning.Request(List.of(), 100, 5, 1, Settings.DEFAULTS));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SearchTuning.Request(List.of(set), 9, 5, 1, Settings.DEFAULTS));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SearchTuning.Request(List.of(set), 100, 1, 1, Settings.DEFAULTS));
  }

  private static double[] filled(double value, int size) {
    double[] values = new double[size];
    java.util.Arrays.fill(values, value);
    return values;
  }
}
