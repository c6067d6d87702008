package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.ProgressListener;
import dev.kindred.learn.RatingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingExperimentTest {
  @TempDir private Path folder;

  @Test
  void foretellsEachFoldFromTheOthers() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < 1500; n++) {
      int item = random.nextInt(20);
      int stars = item % 2 == 0 ? 5 : 2;
      lines.append("u" + random.nextInt(40) + "\ti" + item + "\t" + stars + "\t" + (n % 3 + 1));
      lines.append('\n');
    }
    Map<String, Object> figures = run(lines.toString());

    assertEquals(3, figures.get("folds"));
    assertEquals(1500, figures.get("ratings"));
    assertTrue((double) figures.get("rmse") < 0.3, figures.toString());
    assertTrue((double) figures.get("mae") <= (double) figures.get("rmse"));
  }

  @Test
  void ratingsInFoldsAreBehaviourToo() throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.txt"), "7\t3\t5\t1\n7\t4\t1\t2\n");
    List<Preference> read = BehaviourFile.read(file);

    assertEquals(List.of("3", "4"), read.stream().map(Preference::item).toList());
    assertEquals(1, read.getFirst().confidence());
    assertTrue(read.getLast().confidence() < 0, "one star is no liking");
  }

  @Test
  void drawsFoldsForRatingsThatHaveNone() throws IOException {
    StringBuilder lines = new StringBuilder("user,item,rating,timestamp\n");
    for (int n = 0; n < 200; n++) {
      lines.append("u" + n % 20 + ",i" + n % 11 + ",4," + (1_000_000_000 + n) + "\n");
    }
    Map<String, Object> figures = run(lines.toString());

    assertEquals(5, figures.get("folds"));
    assertEquals(0, (double) figures.get("rmse"), 0.01);
  }

  @Test
  void saysWhichLineIsNoRating() {
    MalformedFileException e =
        assertThrows(MalformedFileException.class, () -> run("u\ti\t4\t1\nu\tj\tfour\t2\n"));

    assertTrue(e.getMessage().contains("line 2: must be user, item, stars and fold"));
  }

  private Map<String, Object> run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("ratings.txt"), text);
    return RatingExperiment.run(file, RatingModel.Settings.DEFAULT, 1, ProgressListener.NONE);
  }
}
