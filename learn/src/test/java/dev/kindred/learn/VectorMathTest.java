package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorMathTest {
  private static final long SEED = 77;

  @Test
  void agreesWithPlainLoopsAtEveryLengthAndOffset() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 0; n < 200; n++) {
      int aOffset = random.nextInt(20);
      int bOffset = random.nextInt(20);
      float[] a = floats(random, aOffset + n + random.nextInt(3));
      float[] b = floats(random, bOffset + n + random.nextInt(3));
      String where = "length " + n + ", seed " + SEED;
      double dot = ScalarMath.dot(a, aOffset, b, bOffset, n);
      assertEquals(dot, VectorMath.dot(a, aOffset, b, bOffset, n), 1e-4, where);

      float[] sum = b.clone();
      VectorMath.axpy(0.3f, a, aOffset, sum, bOffset, n);
      float[] scaled = b.clone();
      VectorMath.scale(-2, scaled, bOffset, n);
      float[] expectedSum = b.clone();
      float[] expectedScaled = b.clone();
      for (int i = 0; i < n; i++) {
        expectedSum[bOffset + i] += 0.3f * a[aOffset + i];
        expectedScaled[bOffset + i] *= -2;
      }
      assertArrayEquals(expectedSum, sum, 1e-6f, where);
      assertArrayEquals(expectedScaled, scaled, where);
    }
  }

  @Test
  void lengthAndAngle() {
    float[] a = {9, 3, 4, 0};
    float[] b = {0, 4, 3, 9};
    assertEquals(5, VectorMath.norm(a, 1, 2));
    assertEquals(24 / 25f, VectorMath.cosine(a, 1, b, 1, 2), 1e-6f);
    assertEquals(0, VectorMath.cosine(a, 3, b, 1, 1));
  }

  @Test
  void differentLengthsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> VectorMath.dot(new float[3], new float[4]));
  }

  @Test
  void manyVectorsOfBytesAtATime() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int rows : new int[] {1, 5, 8, 16, 33}) {
      for (int n : new int[] {0, 1, 7, 128}) {
        byte[] a = new byte[n * rows];
        random.nextBytes(a);
        float[] b = floats(random, n);
        float[] sums = floats(random, rows);
        VectorMath.dots(a, rows, b, n, sums);
        for (int row = 0; row < rows; row++) {
          float expected = 0;
          for (int i = 0; i < n; i++) {
            expected += a[i * rows + row] * b[i];
          }
          assertEquals(expected, sums[row], 1e-2, rows + " rows of " + n);
        }
      }
    }
  }

  static float[] floats(SplittableRandom random, int n) {
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
