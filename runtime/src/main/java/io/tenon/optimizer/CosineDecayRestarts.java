package io.tenon.optimizer;

/**
 * A rate that falls along half a cosine again and again, as Keras's {@code CosineDecayRestarts}.
 * Loshchilov and Hutter, 2016.
 *
 * @param initialLearningRate the rate of the first step; 0 or more
 * @param firstDecaySteps the steps of the first fall; 1 or more
 * @param tMul how many times longer each fall is than the one before; 1 or more
 * @param mMul the share of the last fall's highest rate that the next begins with; positive
 * @param alpha the share of the first rate that is always left; 0 to 1
 */
public record CosineDecayRestarts(
    double initialLearningRate, int firstDecaySteps, double tMul, double mMul, double alpha)
    implements LearningRateSchedule {

  /** Refuses numbers out of range. */
  public CosineDecayRestarts {
    Require.notNegative("initialLearningRate", initialLearningRate);
    Require.atLeastOne("firstDecaySteps", firstDecaySteps);
    Require.positive("mMul", mMul);
    Require.notNegative("alpha", alpha);
    if (!(tMul >= 1)) {
      throw new IllegalArgumentException("tMul must be 1 or more, found " + tMul);
    }
  }

  /** Falls of twice the length each, all from the same rate, to 0: Keras's defaults. */
  public CosineDecayRestarts(double initialLearningRate, int firstDecaySteps) {
    this(initialLearningRate, firstDecaySteps, 2, 1, 0);
  }

  @Override
  public double at(long step) {
    double time = (double) step / firstDecaySteps;
    double begun = 0;
    double length = 1;
    double height = 1;
    if (tMul == 1) {
      begun = Math.floor(time);
      height = Math.pow(mMul, begun);
    } else {
      // Lengths grow geometrically, so there are few; adding them up is exact where logarithms
      // round.
      while (begun + length <= time) {
        begun += length;
        length *= tMul;
        height *= mMul;
      }
    }
    double cosine = height * (1 + Math.cos(Math.PI * (time - begun) / length)) / 2;
    return initialLearningRate * ((1 - alpha) * cosine + alpha);
  }
}
