package dev.kindred.learn;

import java.util.SplittableRandom;

/** Random interactions in which people of a group prefer the items of their group. */
final class Planted {
  static final int GROUPS = 4;

  private Planted() {}

  static Interactions interactions(int people, int items, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Interactions.Builder builder = Interactions.builder(people, items);
    for (int person = 0; person < people; person++) {
      int entries = 2 + random.nextInt(8);
      for (int i = 0; i < entries; i++) {
        int item = random.nextInt(items);
        if (random.nextInt(4) > 0) {
          item = item / GROUPS * GROUPS + person % GROUPS;
        }
        builder.add(person, Math.min(item, items - 1), 0.5f + (float) random.nextDouble());
      }
    }
    return builder.build();
  }
}
