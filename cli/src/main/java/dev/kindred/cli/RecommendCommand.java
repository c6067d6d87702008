package dev.kindred.cli;

import dev.kindred.engine.Kindred;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.engine.RecommendRequest.Seen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred recommend}: what should this person see? */
@Command(
    name = "recommend",
    description = "Show what a person should see; trending products for nobody in particular.")
final class RecommendCommand implements Callable<Integer> {
  private static final double USUAL_DIVERSITY = 0.1;

  @Mixin private SharedOptions shared;
  @Mixin private AudienceOptions audience;
  @Mixin private AnswerOptions answer;

  @Option(names = "--include-seen", description = "Keep what the person bought or rated.")
  private boolean includeSeen;

  @Option(
      names = "--diversity",
      paramLabel = "SHARE",
      description = "0 (best guesses only) to 1 (as different as can be); 0.1 if not given.")
  private double diversity = USUAL_DIVERSITY;

  RecommendCommand() {}

  @Override
  public Integer call() throws IOException {
    RecommendRequest request =
        new RecommendRequest(
            audience.audience(),
            answer.filter(),
            List.of(),
            includeSeen ? Seen.SHOWN : Seen.LEFT_OUT_UNLESS_BOUGHT_AGAIN,
            diversity,
            answer.page(),
            answer.explain());
    try (Kindred kindred = Shop.openWhole(shared)) {
      AnswerView.print(shared.console(), kindred.recommend(request), answer.explain());
    }
    return 0;
  }
}
