package dev.kindred.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.LearnerSettings.Spectral;
import org.junit.jupiter.api.Test;

class SubspaceCacheTest {
  private static final Spectral WIDE = Spectral.DEFAULT.withFactors(12);

  @Test
  void aWideSubspaceCoversSmallerModelsAndOtherAnswers() {
    SubspaceCache cache = new SubspaceCache(Planted.interactions(200, 60, 3));
    assertFalse(cache.covers(WIDE));
    cache.learn(WIDE);
    assertTrue(cache.covers(WIDE));
    assertTrue(cache.covers(WIDE.withFactors(5).withAnswer(0.1, 0.2)));
    assertFalse(cache.covers(WIDE.withFactors(24)));
    assertFalse(cache.covers(WIDE.withExponents(0.1, 0.1)));
  }

  @Test
  void whatIsReadOffRanksAsWhatIsLearnedForItself() {
    Interactions all = Planted.interactions(400, 80, 3);
    HeldOut heldOut = HeldOut.of(all, 400, 1);
    Spectral narrow = WIDE.withFactors(4).withAnswer(0.2, 0.1);
    SubspaceCache cache = new SubspaceCache(heldOut.train());
    cache.learn(WIDE);
    double readOff = heldOut.ndcg(cache.learn(narrow), 20);
    double alone =
        heldOut.ndcg(Learners.of(narrow).learn(heldOut.train(), ProgressListener.NONE), 20);
    assertEquals(alone, readOff, 0.01 * alone);
  }
}
