package dev.kindred.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kindred tune}: fits settings to files with known answers. */
@Command(
    name = "tune",
    description = "Fit settings to files with known answers.",
    synopsisSubcommandLabel = "WHAT",
    mixinStandardHelpOptions = true,
    subcommands = {TuneSearchCommand.class})
final class TuneCommand implements Runnable {
  @Spec private CommandSpec spec;

  TuneCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Tune what?");
  }
}
