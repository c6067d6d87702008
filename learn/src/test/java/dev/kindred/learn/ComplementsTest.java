package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.Complements.Complement;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComplementsTest {
  /** Without a test of significance: every pair with a lift above 1. */
  private static final Complements.Settings ALL = new Complements.Settings(100, 1, 0, 60);

  @Test
  void workedByHand() {
    // Cup 0 and saucer 1 in 3 of 8 baskets; bag 2 in every basket; 3 twice alone, once with 0.
    List<int[]> baskets =
        List.of(
            new int[] {0, 1, 2},
            new int[] {1, 0, 2},
            new int[] {2, 0, 1, 1},
            new int[] {0, 3, 2},
            new int[] {3, 2},
            new int[] {3, 2},
            new int[] {2},
            new int[] {2});
    Complements complements = Complements.of(5, baskets, ALL);
    List<Complement> ofCup = complements.of(0);
    assertEquals(List.of(1), ofCup.stream().map(Complement::item).toList());
    assertEquals(3 * 8 / (4.0 * 3), ofCup.get(0).lift(), 1e-6);
    assertEquals(3, ofCup.get(0).support());
    // 2 * (3 ln 2 + 1 ln(1 * 8 / (4 * 5)) + 4 ln(4 * 8 / (4 * 5))), the fourth cell being 0
    double expected = 2 * (3 * Math.log(2) + Math.log(0.4) + 4 * Math.log(1.6));
    assertEquals(expected, ofCup.get(0).logLikelihoodRatio(), 1e-5);
    assertEquals(List.of(), complements.of(2), "in every basket: no news about any");
    assertEquals(List.of(), complements.of(4), "never bought");
  }

  @Test
  void agreesWithCountingAllPairs() {
    SplittableRandom random = new SplittableRandom(12);
    int items = 15;
    List<int[]> baskets = new ArrayList<>();
    for (int basket = 0; basket < 200; basket++) {
      int kind = random.nextInt(3);
      baskets.add(
          IntStream.range(0, 1 + random.nextInt(5))
              .map(i ->
                  random.nextInt(3) == 0 ? random.nextInt(items) : kind + 3 * random.nextInt(5))
              .toArray());
    }
    Complements complements =
        Complements.of(items, baskets, new Complements.Settings(100, 2, 4, 60));
    for (int a = 0; a < items; a++) {
      for (int b = 0; b < items; b++) {
        int both = count(baskets, a, b);
        double lift = both * 200.0 / ((double) count(baskets, a, a) * count(baskets, b, b));
        double ratio = LogLikelihoodRatio.of(both, count(baskets, a, a), count(baskets, b, b), 200);
        boolean expected = a != b && both >= 2 && lift > 1 && ratio >= 4;
        int other = b;
        List<Complement> found = complements.of(a).stream().filter(c -> c.item() == other).toList();
        assertEquals(expected ? 1 : 0, found.size(), a + " and " + b + ", seed 12");
        found.forEach(c -> assertEquals(both, c.support()));
      }
    }
  }

  @Test
  void popularItemsAreNoComplementsByChance() {
    SplittableRandom random = new SplittableRandom(2);
    List<int[]> baskets = new ArrayList<>();
    for (int basket = 0; basket < 2000; basket++) {
      baskets.add(IntStream.range(0, 20).filter(item -> random.nextInt(2 + item) == 0).toArray());
    }
    Complements complements = Complements.of(20, baskets, Complements.Settings.DEFAULT);
    int found = IntStream.range(0, 20).map(item -> complements.of(item).size()).sum();
    assertTrue(found <= 2, found + " pairs out of independent items");
  }

  @Test
  void theSurestComeFirstAndOnlySoMany() {
    List<int[]> baskets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      baskets.add(new int[] {0, 1});
      baskets.add(i % 2 == 0 ? new int[] {0, 2} : new int[] {4});
      baskets.add(i % 3 == 0 ? new int[] {0, 3} : new int[] {5});
    }
    Complements.Settings two = new Complements.Settings(2, 1, 0, 60);
    List<Complement> found = Complements.of(6, baskets, two).of(0);
    assertEquals(List.of(1, 2), found.stream().map(Complement::item).toList());
  }

  @Test
  void hugeBasketsAreThinnedOutNotMultipliedOut() {
    int[] everything = IntStream.range(0, 5000).toArray();
    List<int[]> baskets = List.of(everything, everything, new int[] {1, 2});
    Complements complements = Complements.of(5000, baskets, new Complements.Settings(5, 1, 0, 20));
    assertTrue(IntStream.range(0, 5000).allMatch(item -> complements.of(item).size() <= 5));
  }

  @Test
  void comesBackFromItsBytes() throws IOException {
    Complements complements =
        Complements.of(3, List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {2}), ALL);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    complements.write(new DataOutputStream(bytes));
    assertEquals(complements, read(bytes.toByteArray()));
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
    assertThrows(IOException.class, () -> read(cut));
  }

  @Test
  void anItemOutOfRangeIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Complements.of(2, List.of(new int[] {2}), ALL));
  }

  private static int count(List<int[]> baskets, int a, int b) {
    return (int)
        baskets.stream()
            .filter(basket -> Arrays.stream(basket).anyMatch(i -> i == a))
            .filter(basket -> Arrays.stream(basket).anyMatch(i -> i == b))
            .count();
  }

  private static Complements read(byte[] bytes) throws IOException {
    return Complements.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
