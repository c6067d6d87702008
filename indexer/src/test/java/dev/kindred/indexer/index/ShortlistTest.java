package dev.kindred.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortlistTest {
  private static final int PRODUCTS = 3_000;
  private static final int WANTED = 50;

  private final SplittableRandom random = new SplittableRandom(5);

  /** Rows of very unequal lengths, some with one huge number, some equal, every tenth absent. */
  private ServingFactors factors(int dimension) {
    ServingFactors factors = new ServingFactors(1, dimension, product -> Optional.empty());
    float[] twin = factor(dimension);
    for (int number : IntStream.range(0, PRODUCTS).filter(n -> n % 10 != 0).toArray()) {
      float[] factor = number % 7 == 0 ? twin : factor(dimension);
      if (number % 13 == 0) {
        factor[random.nextInt(dimension)] = 40;
      }
      factors.put(number, factor);
    }
    return factors;
  }

  private float[] factor(int dimension) {
    float length = (float) Math.exp(random.nextGaussian());
    float[] factor = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      factor[i] = length * (float) random.nextGaussian();
    }
    return factor;
  }

  @ParameterizedTest
  @CsvSource({"128, false", "128, true", "37, false", "3, true", "1, false"})
  void theNearestAreOnIt(int dimension, boolean cosine) {
    ServingFactors factors = factors(dimension);
    int[] numbers = IntStream.range(0, PRODUCTS + 20).map(n -> PRODUCTS + 19 - n).toArray();
    for (int person = 0; person < 20; person++) {
      Affinity affinity = new Affinity(factors, factor(dimension), cosine);
      int[] places = Shortlist.of(affinity, numbers, WANTED);
      assertTrue(dimension == 1 || places.length < PRODUCTS / 2, places.length + " are not few");
      double[] of = exactly(affinity, Arrays.stream(places).map(place -> numbers[place]));
      assertEquals(
          best(exactly(affinity, Arrays.stream(numbers))), best(of), "dimension " + dimension);
    }
  }

  @ParameterizedTest
  @CsvSource({"3000, 0", "3000, 2900", "60, 50", "0, 0"})
  void allAreOnItWhereFewWouldNotBeFew(int products, int wanted) {
    Affinity affinity = new Affinity(factors(16), factor(16), false);
    int[] numbers = IntStream.range(0, products).toArray();
    assertEquals(products, Shortlist.of(affinity, numbers, wanted).length);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void withFewFactorsNobodyIsLeftOut(boolean cosine) {
    Affinity affinity = new Affinity(factors(16), factor(16), cosine);
    int[] absent = IntStream.range(0, 500).map(n -> PRODUCTS + n).toArray();
    absent[3] = 1;
    assertEquals(500, Shortlist.of(affinity, absent, WANTED).length);
  }

  private static double[] exactly(Affinity affinity, IntStream numbers) {
    return numbers.mapToDouble(affinity::of).filter(score -> !Double.isNaN(score)).toArray();
  }

  private static List<Double> best(double[] scores) {
    return Arrays.stream(scores).boxed().sorted(Comparator.reverseOrder()).limit(WANTED).toList();
  }
}
