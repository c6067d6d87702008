package dev.kindred.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.model.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DiversifierTest {

  @Test
  void placesGoToWhomPlainMaximalMarginalRelevanceGivesThem() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      int size = 1 + random.nextInt(40);
      double[][] alike = new double[size][size];
      List<Scored> ranked = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        ranked.add(scored(i, random.nextInt(-3, 20) / 4.0));
        for (int j = 0; j < i; j++) {
          alike[i][j] = alike[j][i] = random.nextInt(-4, 5) / 4.0;
        }
      }
      ranked.sort(Scored.BEST_FIRST);
      double strength = random.nextInt(5) / 4.0;
      int places = random.nextInt(size + 5);
      List<Scored> diverse =
          Diversifier.diversify(ranked, (a, b) -> alike[a.number()][b.number()], strength, places);
      assertEquals(plain(ranked, alike, strength, places), numbers(diverse), "round " + round);
    }
  }

  @Test
  void theScoreSaysWhatLikenessCost() {
    List<Scored> ranked = List.of(scored(0, 1), scored(1, 0.9), scored(2, 0.5));
    List<Scored> diverse =
        Diversifier.diversify(ranked, (a, b) -> a.number() + b.number() == 1 ? 1 : 0, 0.6, 3);
    assertEquals(List.of(0, 2, 1), numbers(diverse));
    assertEquals(0.3, diverse.getLast().score(), 1e-12);
    assertTrue(diverse.getLast().parts().contains(new Scored.Part("diversity", -0.6)));
  }

  private static List<Integer> plain(
      List<Scored> ranked, double[][] alike, double strength, int places) {
    if (strength == 0 || ranked.size() < 3) {
      return numbers(ranked);
    }
    double scale = Math.max(0, ranked.getFirst().score()) * strength;
    List<Scored> rest = new ArrayList<>(ranked);
    List<Integer> placed = new ArrayList<>();
    while (placed.size() < places && !rest.isEmpty()) {
      Scored best = rest.getFirst();
      for (Scored each : rest) {
        if (value(each, placed, alike, scale) > value(best, placed, alike, scale)) {
          best = each;
        }
      }
      rest.remove(best);
      placed.add(best.candidate().number());
    }
    placed.addAll(numbers(rest));
    return placed;
  }

  private static double value(Scored scored, List<Integer> placed, double[][] alike, double scale) {
    double most = 0;
    for (int other : placed) {
      most = Math.max(most, alike[scored.candidate().number()][other]);
    }
    return scored.score() - scale * most;
  }

  private static List<Integer> numbers(List<Scored> scored) {
    return scored.stream().map(s -> s.candidate().number()).toList();
  }

  private static Scored scored(int number, double score) {
    Product product = Product.builder("p" + (100 + number), "Product " + number).build();
    return Scored.of(
        LoadedEntry.candidate(product, number), List.of(new Scored.Part("personal", score)));
  }
}
