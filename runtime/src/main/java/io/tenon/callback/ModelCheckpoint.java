package io.tenon.callback;

import io.tenon.file.KerasFormat;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Saves the model as it trains, as {@code keras.callbacks.ModelCheckpoint}; each file is written
 * whole or not at all.
 *
 * <pre>{@code
 * new ModelCheckpoint(Path.of("digits.{epoch:02d}-{val_loss:.2f}.keras")).saveBestOnly(true)
 * }</pre>
 */
public final class ModelCheckpoint implements Callback {
  private static final String BEST = "best";

  private final FilePattern pattern;
  private Monitor monitor = new Monitor("val_loss");
  private boolean saveBestOnly;
  private int saveEverySteps;
  private OptionalDouble initial = OptionalDouble.empty();
  private double best;
  private @Nullable Path last;

  /**
   * Saves to a file after each epoch.
   *
   * @param file may hold {@code {epoch}}, counted from 1, and names of measured values, each with
   *     digits: {@code {epoch:02d}}, {@code {val_loss:.2f}}, NaN where the epoch did not measure
   *     it; ends with {@code .keras} or {@code .h5} for the whole model, or {@code .weights.h5} for
   *     its weights
   * @throws IllegalArgumentException if it ends otherwise
   */
  public ModelCheckpoint(Path file) {
    KerasFormat.of(file);
    this.pattern = new FilePattern(file);
  }

  /** The value that tells which is best. Default {@code val_loss}. */
  public ModelCheckpoint monitor(String name) {
    this.monitor = new Monitor(name);
    return this;
  }

  /** Which direction is better; by default told from the value's name. Set the monitor first. */
  public ModelCheckpoint mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /** Whether to save only when the value is better than ever before. Default false. */
  public ModelCheckpoint saveBestOnly(boolean bestOnly) {
    this.saveBestOnly = bestOnly;
    return this;
  }

  /** The value that the first save must beat. Default none. */
  public ModelCheckpoint initialValueThreshold(double value) {
    this.initial = OptionalDouble.of(value);
    return this;
  }

  /**
   * Saves every so many steps, in place of after each epoch. The best cannot be told then.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public ModelCheckpoint saveEverySteps(int steps) {
    this.saveEverySteps = Check.positive("saveEverySteps", steps);
    return this;
  }

  /** The file that was written last, if any was. */
  public Optional<Path> lastFile() {
    return Optional.ofNullable(last);
  }

  @Override
  public void onTrainBegin(Training training) {
    if (saveBestOnly) {
      if (saveEverySteps > 0) {
        throw new IllegalArgumentException(
            "ModelCheckpoint: the best is known after an epoch only; leave out saveEverySteps or"
                + " saveBestOnly");
      }
      monitor.require("ModelCheckpoint", training);
    }
    pattern.require(training);
    best = initial.orElse(monitor.worst());
  }

  @Override
  public void onBatchEnd(Training training) {
    if (saveEverySteps > 0 && training.totalSteps() % saveEverySteps == 0) {
      save(training);
    }
  }

  @Override
  public void onEpochEnd(Training training) {
    if (saveEverySteps > 0) {
      return;
    }
    if (saveBestOnly) {
      OptionalDouble value = monitor.value(training);
      if (value.isEmpty() || !monitor.improves(value.getAsDouble(), best, 0)) {
        return;
      }
      best = value.getAsDouble();
    }
    save(training);
  }

  @Override
  public State state() {
    return State.of(Map.of(BEST, best));
  }

  @Override
  public void restore(State state) {
    best = state.number(BEST, best);
  }

  private void save(Training training) {
    last = pattern.file(training.epoch(), training.logs());
    training.save(last);
  }
}
