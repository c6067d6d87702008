package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalExperimentTest {
  private static final LearnerSettings LEARNER = LearnerSettings.DEFAULT.withFactors(8);

  @TempDir private Path folder;

  @Test
  void theEngineFindsWhatIsNearestUnderEveryFilterAlsoAfterChanges() throws IOException {
    SplittableRandom random = new SplittableRandom(5);
    List<String> lines = new ArrayList<>();
    for (int person = 0; person < 60; person++) {
      StringBuilder line = new StringBuilder().append(person);
      for (int n = 0; n < 12; n++) {
        line.append(' ').append(person % 4 + 4 * random.nextInt(100));
      }
      lines.add(line.toString());
    }
    Path train = Files.write(folder.resolve("train.txt"), lines);

    Map<String, Object> figures =
        RetrievalExperiment.run(
            new RetrievalExperiment.Request(train, LEARNER, 20, 1), ProgressListener.NONE);

    assertEquals(Collections.nCopies(5, 1.0), figures.get("recall@20"));
    assertEquals(Collections.nCopies(5, 1.0), figures.get("recall@20_after_churn"));
    assertEquals(20, figures.get("users"));
    assertEquals(8, figures.get("factors"));
  }

  @Test
  void refusesToAskNobody() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new RetrievalExperiment.Request(folder, LEARNER, 0, 1));
  }
}
