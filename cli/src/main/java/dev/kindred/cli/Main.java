package dev.kindred.cli;

import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;

/** Where the program starts. */
public final class Main {
  /* Held, because the logging framework forgets levels of loggers that nobody holds. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs one command and leaves with its exit status: 0 done, 1 failed, 2 wrong usage. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ENGLISH);
    LUCENE.setLevel(Level.WARNING);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new KindredCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(new Failures())
        .setParameterExceptionHandler(new WrongUsage());
  }
}
