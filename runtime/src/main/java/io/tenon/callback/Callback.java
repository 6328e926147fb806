package io.tenon.callback;

/**
 * What is called while a model trains, as {@code keras.callbacks.Callback}. Each method does
 * nothing unless overridden. One callback serves one training at a time.
 */
public interface Callback {
  /** Before the first epoch. */
  default void onTrainBegin(Training training) {}

  /** Before the first step of an epoch. */
  default void onEpochBegin(Training training) {}

  /** After a step has changed the weights; {@link Training#logs} holds the means so far. */
  default void onBatchEnd(Training training) {}

  /** After an epoch and its validation, whose values {@link Training#logs} holds. */
  default void onEpochEnd(Training training) {}

  /**
   * When a loss is NaN or infinite, before it can change the weights. Training throws unless a
   * callback stops it here.
   *
   * @param loss the loss of that step
   */
  default void onNonFiniteLoss(Training training, double loss) {}

  /** After the last epoch, also where training was stopped. */
  default void onTrainEnd(Training training) {}
}
