package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Follow the regularized leader, for sparse linear models, as {@code keras.optimizers.Ftrl};
 * McMahan et al., 2013.
 *
 * @param options what every optimizer can be told
 * @param learningRatePower the power of the sums of squares that divides the rate; 0 or less
 * @param initialAccumulatorValue what the sums of squares begin with; 0 or more
 * @param l1RegularizationStrength pulls weights to 0, and keeps small ones there; 0 or more
 * @param l2RegularizationStrength pulls weights to 0; 0 or more
 * @param l2ShrinkageRegularizationStrength the same, as part of the gradient; 0 or more
 * @param beta more of the former early on; 0 or more
 */
public record Ftrl(
    UpdateOptions options,
    double learningRatePower,
    double initialAccumulatorValue,
    double l1RegularizationStrength,
    double l2RegularizationStrength,
    double l2ShrinkageRegularizationStrength,
    double beta)
    implements StandardOptimizer<Ftrl> {

  /** Refuses numbers out of range. */
  public Ftrl {
    if (!(learningRatePower <= 0)) {
      throw new IllegalArgumentException(
          "learningRatePower must be 0 or less, found " + learningRatePower);
    }
    Require.notNegative("initialAccumulatorValue", initialAccumulatorValue);
    Require.notNegative("l1RegularizationStrength", l1RegularizationStrength);
    Require.notNegative("l2RegularizationStrength", l2RegularizationStrength);
    Require.notNegative("l2ShrinkageRegularizationStrength", l2ShrinkageRegularizationStrength);
    Require.notNegative("beta", beta);
  }

  @Override
  public Ftrl withOptions(UpdateOptions options) {
    return new Ftrl(
        options,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta);
  }

  /** The same with another pull to 0. */
  public Ftrl withL1RegularizationStrength(double l1RegularizationStrength) {
    return new Ftrl(
        options,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta);
  }

  /** The same with another pull towards 0. */
  public Ftrl withL2RegularizationStrength(double l2RegularizationStrength) {
    return new Ftrl(
        options,
        learningRatePower,
        initialAccumulatorValue,
        l1RegularizationStrength,
        l2RegularizationStrength,
        l2ShrinkageRegularizationStrength,
        beta);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final Ftrl ftrl;
    private final float l1;
    private final float shrinkage;
    private float rate;
    private float l2;

    Arithmetic(Ftrl ftrl) {
      this.ftrl = ftrl;
      this.l1 = (float) ftrl.l1RegularizationStrength;
      this.shrinkage = (float) (2 * ftrl.l2ShrinkageRegularizationStrength);
    }

    @Override
    public List<String> memories() {
      return List.of("accumulator", "linear");
    }

    @Override
    public float initial(String memory) {
      return memory.equals("accumulator") ? (float) ftrl.initialAccumulatorValue : 0;
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) rate;
      this.l2 = (float) (2 * (ftrl.l2RegularizationStrength + ftrl.beta / (2 * rate)));
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] sums = memories[0];
      float[] linear = memories[1];
      for (int i = 0; i < count; i++) {
        float g = gradients[i];
        float before = power(sums[i]);
        sums[i] += g * g;
        float after = power(sums[i]);
        linear[i] += g + shrinkage * weights[i] - (after - before) / rate * weights[i];
        float pulled = Math.max(-l1, Math.min(l1, linear[i]));
        weights[i] = (pulled - linear[i]) / (after / rate + l2);
      }
    }

    private float power(float sum) {
      return ftrl.learningRatePower == -0.5
          ? (float) Math.sqrt(sum)
          : (float) Math.pow(sum, -ftrl.learningRatePower);
    }
  }
}
