package io.tenon.optimizer;

/** An optimizer at work on the weights of one model, with what it remembers of earlier steps. */
public interface Updater extends AutoCloseable {
  /** Changes all trainable weights, in one pass over their flat buffer. */
  void step();

  /** How many steps it has made. */
  long steps();

  /** The learning rate of the next step. */
  double learningRate();

  /**
   * Sets the learning rate of the steps to come, as the callbacks that lower it do.
   *
   * @throws IllegalArgumentException if the rate is negative, NaN or infinite
   * @throws IllegalStateException if a schedule sets it
   */
  void learningRate(double rate);

  /** Ends a training: where a moving average of the weights was asked for, they become it. */
  void finish();

  /** A copy of what it remembers, from which {@link #restore} goes on as if never interrupted. */
  UpdaterState state();

  /**
   * Goes on where another updater of the same optimizer and model was.
   *
   * @throws IllegalArgumentException if the state is another optimizer's or model's; nothing is
   *     changed then
   */
  void restore(UpdaterState state);

  @Override
  void close();
}
