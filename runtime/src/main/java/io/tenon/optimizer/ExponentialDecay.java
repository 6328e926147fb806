package io.tenon.optimizer;

/**
 * A rate multiplied by a factor every so many steps: {@code initialLearningRate * decayRate ^ (step
 * / decaySteps)}, as Keras's {@code ExponentialDecay}.
 *
 * @param initialLearningRate the rate of the first step; 0 or more
 * @param decaySteps the steps for one factor; 1 or more
 * @param decayRate the factor; positive
 * @param staircase whether the rate stays between whole multiples of decaySteps
 */
public record ExponentialDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements LearningRateSchedule {

  /** Refuses numbers out of range. */
  public ExponentialDecay {
    Require.notNegative("initialLearningRate", initialLearningRate);
    Require.atLeastOne("decaySteps", decaySteps);
    Require.positive("decayRate", decayRate);
  }

  @Override
  public double at(long step) {
    double periods = (double) step / decaySteps;
    return initialLearningRate * Math.pow(decayRate, staircase ? Math.floor(periods) : periods);
  }
}
