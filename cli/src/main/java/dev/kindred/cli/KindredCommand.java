package dev.kindred.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindred}: the name under which all commands are found. */
@Command(
    name = "kindred",
    description = "Product search and recommendations in one process.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DemoCommand.class,
      ImportCommand.class,
      TrainCommand.class,
      ServeCommand.class,
      SearchCommand.class,
      RecommendCommand.class,
      SimilarCommand.class,
      EvaluateCommand.class,
      TuneCommand.class,
      StatusCommand.class,
      CheckCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      RollbackCommand.class,
      ReindexCommand.class,
      BenchCommand.class,
      BenchSearchCommand.class,
      RehearseCommand.class,
      HelpCommand.class,
    },
    footer = {
      "",
      "Results go to standard output, everything else to standard error.",
      "Exit status: 0 done, 1 failed, 2 wrong usage. More on a command: kindred help COMMAND."
    })
final class KindredCommand implements Runnable {
  @Spec private CommandSpec spec;

  KindredCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
