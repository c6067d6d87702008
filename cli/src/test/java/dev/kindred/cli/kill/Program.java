package dev.kindred.cli.kill;

import dev.kindred.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program with one command, in a process of its own. */
final class Program implements AutoCloseable {
  private static final Pattern LISTENS = Pattern.compile("listens on http://[^:]+:(\\d+)/");
  private static final long PATIENCE_SECONDS = 120;
  private static final int LINES_KEPT = 200;

  /** Exit status of a process that got signal 9. */
  private static final int KILLED = 128 + 9;

  private final String command;
  private final Process process;
  private final Thread reading;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final Deque<String> said = new ArrayDeque<>();
  private volatile boolean killed;

  private Program(String command, Process process) {
    this.command = command;
    this.process = process;
    this.reading = Thread.ofPlatform().daemon().start(this::read);
  }

  /**
   * Starts a command on a data directory.
   *
   * @param scratch for the process's temporary files
   */
  static Program start(Path data, Path scratch, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC"));
    line.add("-Djava.io.tmpdir=" + scratch);
    if (!arguments.getFirst().equals("train")) {
      // Starts twice as fast with the quick compiler alone; learning needs the other one.
      line.add("-XX:TieredStopAtLevel=1");
    }
    line.add(Main.class.getName());
    line.addAll(arguments);
    line.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("KINDRED_LEARNER_FACTORS", "16");
    try {
      return new Program(String.join(" ", arguments), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        synchronized (said) {
          said.add(line);
          if (said.size() > LINES_KEPT) {
            said.removeFirst();
          }
        }
        Matcher listens = LISTENS.matcher(line);
        if (listens.find()) {
          port.complete(Integer.parseInt(listens.group(1)));
        }
      }
    } catch (IOException e) {
      // the process is gone, in the middle of a line
    }
    port.completeExceptionally(new IllegalStateException("ended"));
  }

  /** The port it listens on, as soon as it does. */
  int port() throws InterruptedException {
    try {
      return port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("does not listen: " + said(), e);
    }
  }

  /** Waits for its end, not longer than this. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for its own end, which must be a good one. */
  void endWell() throws InterruptedException {
    if (!endsWithin(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))) {
      throw new AssertionError("does not end: " + said());
    }
    reading.join();
    if (process.exitValue() != 0) {
      throw new AssertionError("ended with status " + process.exitValue() + ": " + said());
    }
  }

  /**
   * Ends it without warning, at once.
   *
   * @return false if it had ended by itself before
   */
  boolean kill() throws InterruptedException {
    killed = true;
    int status = process.destroyForcibly().waitFor();
    reading.join();
    if (said().contains(" ERROR ")) {
      throw new AssertionError("had trouble before it was killed: " + said());
    }
    return status == KILLED;
  }

  /** Whether {@link #kill} was called: from then on requests may fail. */
  boolean isKilled() {
    return killed;
  }

  /** The last lines it wrote. */
  String said() {
    synchronized (said) {
      return command + "\n  | " + String.join("\n  | ", said);
    }
  }

  @Override
  public void close() {
    killed = true;
    process.destroyForcibly();
  }
}
