package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.LearnerSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdSplitTest {
  private static final List<String> CATALOGUE =
      IntStream.range(0, 40).mapToObj("p%02d"::formatted).toList();

  @Test
  void coldProductsHaveNoTrainingInteractions() {
    ColdSplit split = split(everybodyHasEverything(), 0.3, 1);
    int cold = split.coldCount();
    assertTrue(cold > 4 && cold < 20, "about 12 of 40, got " + cold);
    for (int item = 0; item < CATALOGUE.size(); item++) {
      assertEquals(split.cold()[item] ? 0 : 5, split.data().train().itemDegree(item));
    }
    int[] coldItems = IntStream.range(0, 40).filter(i -> split.cold()[i]).toArray();
    for (int person : split.people()) {
      assertArrayEquals(coldItems, split.data().held()[person]);
    }
  }

  @Test
  void productsThatNobodyLikedAreNeverCold() {
    List<Preference> disliked =
        List.of(new Preference("a", "p00", -1, Instant.EPOCH), like("a", "p01"));
    for (int seed = 0; seed < 30; seed++) {
      ColdSplit split = split(disliked, 0.9, seed);
      assertTrue(!split.cold()[0] && split.coldCount() <= 1, "seed " + seed);
    }
  }

  @Test
  void onlyPeopleWithBothAreAsked() {
    List<Preference> all = new ArrayList<>(everybodyHasEverything());
    ColdSplit before = split(all, 0.3, 1);
    int cold = IntStream.range(0, 40).filter(i -> before.cold()[i]).findFirst().orElseThrow();
    int warm = IntStream.range(0, 40).filter(i -> !before.cold()[i]).findFirst().orElseThrow();
    all.add(like("only cold", CATALOGUE.get(cold)));
    all.add(like("only warm", CATALOGUE.get(warm)));
    assertEquals(5, split(all, 0.3, 1).people().length);
  }

  @Test
  void theSeedDecides() {
    assertArrayEquals(
        split(everybodyHasEverything(), 0.3, 5).cold(),
        split(everybodyHasEverything(), 0.3, 5).cold());
  }

  private static List<Preference> everybodyHasEverything() {
    return IntStream.range(0, 5)
        .boxed()
        .flatMap(person -> CATALOGUE.stream().map(item -> like("u" + person, item)))
        .toList();
  }

  private static Preference like(String user, String item) {
    return new Preference(user, item, 1, Instant.EPOCH);
  }

  private static ColdSplit split(List<Preference> all, double share, long seed) {
    Path none = Path.of("none");
    return ColdSplit.of(
        CATALOGUE,
        all,
        new ColdStartExperiment.Request(none, none, share, LearnerSettings.DEFAULT, seed));
  }
}
