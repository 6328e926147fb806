package io.tenon.optimizer;

/**
 * A rate that falls to another along a power: {@code (initial - end) * (1 - step / decaySteps) ^
 * power + end}, as Keras's {@code PolynomialDecay}.
 *
 * @param initialLearningRate the rate of the first step; 0 or more
 * @param decaySteps the steps of the fall; 1 or more
 * @param endLearningRate the rate it falls to; 0 or more
 * @param power 1 for a straight line; positive
 * @param cycle whether it rises again after the fall, to one that lasts decaySteps longer
 */
public record PolynomialDecay(
    double initialLearningRate, int decaySteps, double endLearningRate, double power, boolean cycle)
    implements LearningRateSchedule {

  /** Refuses numbers out of range. */
  public PolynomialDecay {
    Require.notNegative("initialLearningRate", initialLearningRate);
    Require.atLeastOne("decaySteps", decaySteps);
    Require.notNegative("endLearningRate", endLearningRate);
    Require.positive("power", power);
  }

  /** A straight line down to a rate, where it stays. */
  public PolynomialDecay(double initialLearningRate, int decaySteps, double endLearningRate) {
    this(initialLearningRate, decaySteps, endLearningRate, 1, false);
  }

  @Override
  public double at(long step) {
    double length = decaySteps;
    double done = Math.min((double) step, length);
    if (cycle) {
      length *= Math.max(1, Math.ceil((double) step / decaySteps));
      done = (double) step;
    }
    return (initialLearningRate - endLearningRate) * Math.pow(1 - done / length, power)
        + endLearningRate;
  }
}
