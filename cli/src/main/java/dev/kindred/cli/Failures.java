package dev.kindred.cli;

import dev.kindred.api.CannotListenException;
import dev.kindred.engine.DataDirectoryException;
import dev.kindred.engine.UnknownProductException;
import dev.kindred.evaluation.MalformedFileException;
import dev.kindred.indexer.generation.NothingToLearnException;
import dev.kindred.indexer.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.zip.ZipException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever stopped a command into one line and an exit status. */
final class Failures implements IExecutionExceptionHandler {
  Failures() {}

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("kindred: " + line(e));
    if (SharedOptions.debug(command)) {
      e.printStackTrace(err);
    }
    err.flush();
    return e instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.SOFTWARE;
  }

  /** What happened, for people. */
  static String line(Throwable e) {
    return switch (e) {
      case UncheckedIOException unchecked -> line(Objects.requireNonNull(unchecked.getCause()));
      case NoSuchFileException missing -> "there is no file " + missing.getFile();
      case AccessDeniedException denied -> "no permission for " + denied.getFile();
      case FileAlreadyExistsException there -> there.getFile() + " is there already";
      case ZipException damaged -> "damaged gzip data: " + damaged.getMessage();
      case IOException io -> "cannot read or write: " + io.getMessage();
      case IllegalArgumentException wrong -> message(wrong);
      case DataDirectoryException directory -> message(directory);
      case UnknownProductException unknown -> message(unknown);
      case MalformedFileException malformed -> message(malformed);
      case NothingToLearnException nothing -> message(nothing);
      case CannotListenException listen -> message(listen);
      case StoreException store -> message(store);
      case CommandFailedException failed -> message(failed);
      default ->
          "unexpected "
              + e.getClass().getSimpleName()
              + ": "
              + e.getMessage()
              + " (--debug shows where)";
    };
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
