package dev.kindred.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindred evaluate}: measures on files of judged searches and of behaviour. */
@Command(
    name = "evaluate",
    description = "Measure search and recommendations on files with known answers.",
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateSearchCommand.class,
      EvaluateRecommendCommand.class,
      EvaluateRetrievalCommand.class,
      EvaluateColdStartCommand.class,
      EvaluateContentCommand.class,
      EvaluateAspectsCommand.class,
      EvaluateTitlesCommand.class,
      EvaluateReadingCommand.class,
      EvaluatePersonalizedSearchCommand.class
    })
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  EvaluateCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Evaluate what?");
  }
}
