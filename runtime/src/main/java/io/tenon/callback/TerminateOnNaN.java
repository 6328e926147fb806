package io.tenon.callback;

/**
 * Ends a training quietly when a loss is NaN or infinite, as {@code
 * keras.callbacks.TerminateOnNaN}; without it, training throws. The weights are those before that
 * step.
 */
public final class TerminateOnNaN implements Callback {
  @Override
  public void onNonFiniteLoss(Training training, double loss) {
    training.stop();
  }
}
