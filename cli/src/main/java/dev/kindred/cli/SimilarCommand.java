package dev.kindred.cli;

import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.RelatedRequest;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kindred similar}: what could be bought instead of, or along with, this product? */
@Command(name = "similar", description = "Show what could be bought instead of a product.")
final class SimilarCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private AnswerOptions answer;

  @Parameters(paramLabel = "ID", description = "The product.")
  private String product;

  @Option(names = "--bought-together", description = "What is bought along with it instead.")
  private boolean together;

  SimilarCommand() {}

  @Override
  public Integer call() throws IOException {
    RelatedRequest request =
        new RelatedRequest(product, answer.filter(), List.of(), answer.page(), answer.explain());
    try (Kindred kindred = Shop.openWhole(shared)) {
      Answer related = together ? kindred.boughtTogether(request) : kindred.similar(request);
      AnswerView.print(shared.console(), related, answer.explain());
    }
    return 0;
  }
}
