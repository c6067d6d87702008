package dev.kindred.learn;

/**
 * A matrix with a known right answer: person p has item i when both are even or both odd, but one
 * item each, which is therefore the best to recommend.
 */
final class Checkerboard {
  static final int SIZE = 40;

  private Checkerboard() {}

  /** The item of the person's colour that is missing. */
  static int missing(int person) {
    return (person + 2 * (person / 2 % 5)) % SIZE;
  }

  static Interactions interactions() {
    Interactions.Builder builder = Interactions.builder(SIZE, SIZE);
    for (int person = 0; person < SIZE; person++) {
      for (int item = person % 2; item < SIZE; item += 2) {
        if (item != missing(person)) {
          builder.add(person, item, 1);
        }
      }
    }
    return builder.build();
  }
}
