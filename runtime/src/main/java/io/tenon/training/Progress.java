package io.tenon.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells how training goes: a moving line on a terminal, elsewhere a line for each epoch. */
final class Progress implements AutoCloseable {
  /** Nobody reads faster, and steps of small models take less. */
  private static final long MESSAGE_INTERVAL = 200_000_000;

  private final Verbosity verbosity;
  private final int epochs;
  private final PrintStream out;
  private @Nullable ProgressBar bar;
  private long started;
  private long told;
  private int lastSteps = -1;
  private int steps;

  Progress(Verbosity verbosity, int epochs, PrintStream out) {
    this.verbosity = verbosity.resolve();
    this.epochs = epochs;
    this.out = out;
  }

  /** Progress on standard output, which it leaves open. */
  static Progress onStandardOutput(FitOptions options) {
    return new Progress(options.verbosity(), options.epochs(), System.out);
  }

  /**
   * Begins an epoch.
   *
   * @param total how many steps it has; -1 if that is not known, when it is taken to have as many
   *     as the one before
   * @param done how many of them were done before a crash
   */
  void beginEpoch(int epoch, int total, int done) {
    started = System.nanoTime();
    steps = done;
    if (verbosity == Verbosity.PROGRESS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch %d/%d".formatted(epoch, epochs))
              .setInitialMax(total < 0 ? lastSteps : total)
              .startsFrom(done, Duration.ZERO)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(out))
              .clearDisplayOnFinish()
              .build();
    }
  }

  /** Tells of a step; what is measured is asked for when it is shown. */
  void step(Scoreboard board) {
    steps++;
    if (bar != null) {
      bar.step();
      long now = System.nanoTime();
      if (now - told > MESSAGE_INTERVAL) {
        told = now;
        bar.setExtraMessage(EpochLine.values(board.values()));
      }
    }
  }

  void endEpoch(int epoch, Map<String, Double> values) {
    close();
    lastSteps = steps;
    if (verbosity != Verbosity.SILENT) {
      double seconds = (System.nanoTime() - started) / 1e9;
      out.printf("%s  %.1f s%n", EpochLine.of(epoch, epochs, values), seconds);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
