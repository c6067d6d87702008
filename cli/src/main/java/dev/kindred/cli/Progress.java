package dev.kindred.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how far work is, with rate and time left: a bar on a terminal, a plain
 * line every few seconds elsewhere. Safe for use by many threads.
 */
final class Progress implements AutoCloseable {
  private static final int TERMINAL_MILLIS = 200;
  private static final int PLAIN_MILLIS = 5_000;
  private static final int PLAIN_COLUMNS = 100;

  private final Console console;
  private @Nullable ProgressBar bar;
  private String task = "";
  private String said = "";

  Progress(Console console) {
    this.console = console;
  }

  /**
   * Shows a state; another task than before begins a new bar.
   *
   * @param total steps in all; 0 or less if nobody knows
   */
  void at(String newTask, long done, long total) {
    at(newTask, "", done, total);
  }

  /**
   * The same with a word on what is being done within the task.
   *
   * @param detail shown beside the bar
   */
  synchronized void at(String newTask, String detail, long done, long total) {
    ProgressBar shown = bar;
    if (shown == null || !newTask.equals(task)) {
      close();
      shown = begin(newTask, total);
      bar = shown;
      task = newTask;
    }
    if (total > 0 && shown.getMax() != total) {
      shown.maxHint(total);
    }
    shown.setExtraMessage(detail);
    shown.stepTo(done);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private ProgressBar begin(String newTask, long total) {
    int columns = Integer.getInteger("kindred.terminal", 0);
    ProgressBarBuilder builder =
        ProgressBar.builder()
            .setTaskName(newTask)
            .setInitialMax(total > 0 ? total : -1)
            .showSpeed(new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
            .setSpeedUnit(ChronoUnit.SECONDS);
    if (columns > 0) {
      builder
          .setUpdateIntervalMillis(TERMINAL_MILLIS)
          .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
          .setConsumer(new ConsoleProgressBarConsumer(System.err, columns - 1));
    } else {
      builder
          .setUpdateIntervalMillis(PLAIN_MILLIS)
          .setStyle(ProgressBarStyle.ASCII)
          .setConsumer(new DelegatingProgressBarConsumer(this::sayOnce, PLAIN_COLUMNS));
    }
    return builder.build();
  }

  /** The library draws the end twice. */
  private void sayOnce(String line) {
    if (!line.equals(said)) {
      said = line;
      console.say(line.stripTrailing());
    }
  }
}
