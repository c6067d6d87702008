package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.learn.FactorModel;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.learn.Learners;
import dev.kindred.learn.ProgressListener;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServedListsTest {
  @Test
  void theEngineAnswersTheExactLists() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    List<Preference> train = new ArrayList<>();
    List<Preference> test = new ArrayList<>();
    for (int person = 0; person < 40; person++) {
      for (int n = 0; n < 12; n++) {
        // Dislikes, partial and repeated liking: all that a file can say.
        float confidence = new float[] {-0.6f, 0.3f, 1, 2.5f}[random.nextInt(4)];
        String item = "i" + (random.nextInt(30) * 3 + person % 3);
        train.add(new Preference("u" + person, item, confidence, Instant.EPOCH));
      }
      test.add(new Preference("u" + person, "i" + random.nextInt(90), 1, Instant.EPOCH));
    }
    HeldOut data = HeldOut.of(train, test);
    for (LearnerSettings settings :
        List.of(
            LearnerSettings.DEFAULT.withFactors(8),
            LearnerSettings.Spectral.DEFAULT.withFactors(8))) {
      FactorModel model = Learners.learn(data.train(), settings, ProgressListener.NONE);
      int[] people = IntStream.range(0, 40).toArray();
      boolean[] all = new boolean[data.items().size()];
      Arrays.fill(all, true);
      int[][] exact =
          RankingOfPeople.top(
              data,
              new FactorRecommender(model, data.train()),
              people,
              all,
              10,
              ProgressListener.NONE);
      int[][] served =
          ServedLists.of(data, model, people, 10, List.of(0.0), ProgressListener.NONE).getFirst();
      long same = 0;
      for (int person : people) {
        // Sums in another order may swap what scores almost alike.
        assertEquals(exact[person].length, served[person].length);
        same += Arrays.stream(served[person]).filter(set(exact[person])::contains).count();
      }
      assertTrue(same >= 0.99 * 10 * people.length, settings.name() + ": " + same + " of 400");
    }
  }

  private static Set<Integer> set(int[] list) {
    return Arrays.stream(list).boxed().collect(Collectors.toSet());
  }
}
