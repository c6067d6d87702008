package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kindred.evaluation.RankFusion.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankFusionTest {
  private static final List<Ranked> WORDS =
      List.of(product("a", 9), product("b", 5), product("c", 1));
  private static final List<Ranked> MEANING = List.of(product("c", 0.8), product("d", 0.6));

  @Test
  void reciprocalRanksAreAdded() {
    List<Ranked> fused = RankFusion.reciprocal(List.of(WORDS, MEANING));
    // c 1/63 + 1/61, a 1/61, then b and d 1/62 each.
    assertEquals(List.of("c", "a", "b", "d"), fused.stream().map(Ranked::id).toList());
    assertEquals(1.0 / 63 + 1.0 / 61, fused.getFirst().score(), 1e-12);
  }

  @Test
  void scoresAreSpreadOverTheirList() {
    List<Ranked> fused = RankFusion.minMax(List.of(WORDS, MEANING));
    // a 1/2, c 0 + 1/2, b 1/4, d 0.
    assertEquals(List.of("a", "c", "b", "d"), fused.stream().map(Ranked::id).toList());
    assertEquals(0.25, fused.get(2).score(), 1e-12);
  }

  @Test
  void aListOfEqualScoresGivesAllOfThemAll() {
    List<Ranked> fused =
        RankFusion.minMax(List.of(List.of(product("b", 2), product("a", 2)), List.of()));
    assertEquals(List.of("a", "b"), fused.stream().map(Ranked::id).toList());
    assertEquals(0.5, fused.getFirst().score(), 1e-12);
  }

  private static Ranked product(String id, double score) {
    return new Ranked(id, "Product " + id, score);
  }
}
