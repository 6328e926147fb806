package io.tenon.optimizer;

/**
 * A moving average of the weights, kept beside them while they train; Keras's {@code use_ema}.
 *
 * @param momentum how much of the average is kept at each step; 0 or more and less than 1
 * @param overwriteEvery after how many steps the weights become their average; 0 for only at the
 *     end of a training
 */
public record MovingAverage(double momentum, int overwriteEvery) {
  /** Refuses numbers out of range. */
  public MovingAverage {
    Require.share("the momentum of a moving average", momentum);
    if (overwriteEvery < 0) {
      throw new IllegalArgumentException(
          "overwriteEvery must be 0 or more steps, found " + overwriteEvery);
    }
  }

  /** Whether the weights become their average after that step, counted from 1. */
  boolean overwrites(long step) {
    return overwriteEvery > 0 && step % overwriteEvery == 0;
  }
}
