package dev.kindred.cli;

import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Settings;
import dev.kindred.indexer.meaning.MeaningSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that every command takes. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
final class SharedOptions {
  @Spec(Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The shop's data directory; KINDRED_DATA or ./kindred-data if not given.")
  private @Nullable Path data;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings in YAML. Each can be given as KINDRED_... too, ranking.personal as"
              + " KINDRED_RANKING_PERSONAL; the environment wins.")
  private @Nullable Path config;

  @Option(names = "--json", description = "Results as one line of JSON.")
  private boolean json;

  @Option(names = "--debug", description = "Show where an error came from.")
  private boolean debug;

  SharedOptions() {}

  /** The data directory that was asked for, or the usual one. */
  Path data() {
    return data == null
        ? Path.of(System.getenv().getOrDefault("KINDRED_DATA", "kindred-data"))
        : data;
  }

  /** Whether a data directory was named. */
  boolean dataGiven() {
    return data != null || System.getenv().containsKey("KINDRED_DATA");
  }

  /** The data directory, which must hold something. */
  DataDirectory existingData() {
    DataDirectory directory = new DataDirectory(data());
    if (!directory.exists()) {
      throw new CommandFailedException(
          "there is no shop in "
              + data()
              + "; import one (kindred import products FILE), or name another with --data");
    }
    return directory;
  }

  /** Whether the command that failed was asked to show where an error came from. */
  static boolean debug(CommandLine command) {
    return command.getMixins().values().stream()
        .anyMatch(mixin -> mixin instanceof SharedOptions options && options.debug);
  }

  Configuration configuration() throws IOException {
    return Configuration.read(Optional.ofNullable(config), System.getenv());
  }

  /**
   * Settings of an engine that is opened to measure: texts embedded once are kept in the data
   * directory for the next time.
   */
  Settings measuring() throws IOException {
    Settings settings = configuration().engine();
    MeaningSettings meaning = settings.meaning();
    Path cache = meaning.cache().orElse(new DataDirectory(data()).embeddings());
    return settings.withMeaning(
        new MeaningSettings(meaning.on(), meaning.model(), Optional.of(cache)));
  }

  Console console() {
    return new Console(spec.commandLine().getOut(), spec.commandLine().getErr(), json);
  }
}
