package io.tenon.training;

import java.io.PrintStream;
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

  Progress(Verbosity verbosity, int epochs, PrintStream out) {
    this.verbosity = verbosity.resolve();
    this.epochs = epochs;
    this.out = out;
  }

  /** Progress on standard output, which it leaves open. */
  static Progress onStandardOutput(FitOptions options) {
    return new Progress(options.verbosity(), options.epochs(), System.out);
  }

  void beginEpoch(int epoch, int steps) {
    started = System.nanoTime();
    if (verbosity == Verbosity.PROGRESS) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch %d/%d".formatted(epoch, epochs))
              .setInitialMax(steps)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(out))
              .clearDisplayOnFinish()
              .build();
    }
  }

  void step(double loss) {
    if (bar != null) {
      bar.step();
      long now = System.nanoTime();
      if (now - told > MESSAGE_INTERVAL) {
        told = now;
        bar.setExtraMessage("loss %.4f".formatted(loss));
      }
    }
  }

  void endEpoch(int epoch, Map<String, Double> values) {
    close();
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
