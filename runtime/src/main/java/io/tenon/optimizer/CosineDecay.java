package io.tenon.optimizer;

/**
 * A rate that falls along half a cosine, after it has risen along a line if a warm-up is asked for,
 * as Keras's {@code CosineDecay}. Loshchilov and Hutter, 2016.
 *
 * @param initialLearningRate the rate of the first step; 0 or more
 * @param decaySteps the steps of the fall; 1 or more
 * @param alpha the share of the highest rate that is left in the end; 0 to 1
 * @param warmupTarget the highest rate, at the end of the warm-up
 * @param warmupSteps the steps of the warm-up; 0 for none
 */
public record CosineDecay(
    double initialLearningRate, int decaySteps, double alpha, double warmupTarget, int warmupSteps)
    implements LearningRateSchedule {

  /** Refuses numbers out of range. */
  public CosineDecay {
    Require.notNegative("initialLearningRate", initialLearningRate);
    Require.atLeastOne("decaySteps", decaySteps);
    Require.notNegative("alpha", alpha);
    Require.notNegative("warmupTarget", warmupTarget);
    Require.notNegative("warmupSteps", warmupSteps);
  }

  /** A fall to 0, without a warm-up. */
  public CosineDecay(double initialLearningRate, int decaySteps) {
    this(initialLearningRate, decaySteps, 0);
  }

  /** A fall to a share of the first rate, without a warm-up. */
  public CosineDecay(double initialLearningRate, int decaySteps, double alpha) {
    this(initialLearningRate, decaySteps, alpha, initialLearningRate, 0);
  }

  /** The same after a rise from the first rate to a higher one, from which it falls. */
  public CosineDecay withWarmup(double target, int steps) {
    return new CosineDecay(initialLearningRate, decaySteps, alpha, target, steps);
  }

  @Override
  public double at(long step) {
    if (step < warmupSteps) {
      return initialLearningRate + (warmupTarget - initialLearningRate) * step / warmupSteps;
    }
    double fallen = Math.min(1, (double) (step - warmupSteps) / decaySteps);
    double cosine = (1 + Math.cos(Math.PI * fallen)) / 2;
    return warmupTarget * ((1 - alpha) * cosine + alpha);
  }
}
