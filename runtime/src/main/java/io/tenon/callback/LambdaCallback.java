package io.tenon.callback;

import java.util.function.Consumer;

/**
 * A callback of functions, as {@code keras.callbacks.LambdaCallback}.
 *
 * <pre>{@code
 * new LambdaCallback().epochEnd(training -> System.out.println(training.logs()))
 * }</pre>
 */
public final class LambdaCallback implements Callback {
  private Consumer<? super Training> trainBegin = training -> {};
  private Consumer<? super Training> epochBegin = training -> {};
  private Consumer<? super Training> batchEnd = training -> {};
  private Consumer<? super Training> epochEnd = training -> {};
  private Consumer<? super Training> trainEnd = training -> {};

  /** A callback that does nothing yet. */
  public LambdaCallback() {}

  /** What to do before the first epoch. */
  public LambdaCallback trainBegin(Consumer<? super Training> action) {
    this.trainBegin = action;
    return this;
  }

  /** What to do before each epoch. */
  public LambdaCallback epochBegin(Consumer<? super Training> action) {
    this.epochBegin = action;
    return this;
  }

  /** What to do after each step. */
  public LambdaCallback batchEnd(Consumer<? super Training> action) {
    this.batchEnd = action;
    return this;
  }

  /** What to do after each epoch. */
  public LambdaCallback epochEnd(Consumer<? super Training> action) {
    this.epochEnd = action;
    return this;
  }

  /** What to do after the last epoch. */
  public LambdaCallback trainEnd(Consumer<? super Training> action) {
    this.trainEnd = action;
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    trainBegin.accept(training);
  }

  @Override
  public void onEpochBegin(Training training) {
    epochBegin.accept(training);
  }

  @Override
  public void onBatchEnd(Training training) {
    batchEnd.accept(training);
  }

  @Override
  public void onEpochEnd(Training training) {
    epochEnd.accept(training);
  }

  @Override
  public void onTrainEnd(Training training) {
    trainEnd.accept(training);
  }
}
