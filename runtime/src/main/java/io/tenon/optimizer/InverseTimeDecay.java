package io.tenon.optimizer;

/**
 * A rate that falls as 1 / time: {@code initialLearningRate / (1 + decayRate * step / decaySteps)},
 * as Keras's {@code InverseTimeDecay}.
 *
 * @param initialLearningRate the rate of the first step; 0 or more
 * @param decaySteps the steps of one unit of time; 1 or more
 * @param decayRate how fast it falls; 0 or more
 * @param staircase whether the rate stays between whole multiples of decaySteps
 */
public record InverseTimeDecay(
    double initialLearningRate, int decaySteps, double decayRate, boolean staircase)
    implements LearningRateSchedule {

  /** Refuses numbers out of range. */
  public InverseTimeDecay {
    Require.notNegative("initialLearningRate", initialLearningRate);
    Require.atLeastOne("decaySteps", decaySteps);
    Require.notNegative("decayRate", decayRate);
  }

  @Override
  public double at(long step) {
    double periods = (double) step / decaySteps;
    return initialLearningRate / (1 + decayRate * (staircase ? Math.floor(periods) : periods));
  }
}
