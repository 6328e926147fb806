package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Steps divided by the root of all squared gradients so far, as {@code keras.optimizers.Adagrad};
 * Duchi, Hazan and Singer, 2011.
 *
 * @param options what every optimizer can be told
 * @param initialAccumulatorValue what the sums of squares begin with; 0 or more
 * @param epsilon what keeps a division from 0; positive
 */
public record Adagrad(UpdateOptions options, double initialAccumulatorValue, double epsilon)
    implements StandardOptimizer<Adagrad> {

  /** Refuses numbers out of range. */
  public Adagrad {
    Require.notNegative("initialAccumulatorValue", initialAccumulatorValue);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Adagrad withOptions(UpdateOptions options) {
    return new Adagrad(options, initialAccumulatorValue, epsilon);
  }

  /** The same with sums that begin with another value. */
  public Adagrad withInitialAccumulatorValue(double initialAccumulatorValue) {
    return new Adagrad(options, initialAccumulatorValue, epsilon);
  }

  /** The same with another epsilon. */
  public Adagrad withEpsilon(double epsilon) {
    return new Adagrad(options, initialAccumulatorValue, epsilon);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final float initial;
    private final float epsilon;
    private float rate;

    Arithmetic(Adagrad adagrad) {
      this.initial = (float) adagrad.initialAccumulatorValue;
      this.epsilon = (float) adagrad.epsilon;
    }

    @Override
    public List<String> memories() {
      return List.of("accumulator");
    }

    @Override
    public float initial(String memory) {
      return initial;
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) rate;
    }

    @Override
    public boolean catchesUp() {
      return true;
    }

    @Override
    public boolean movesWithoutGradient() {
      return false;
    }

    @Override
    public void catchUp(long step, float[] weights, float[] zeros, float[][] memories, int count) {
      // Without a gradient nothing changes.
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] sums = memories[0];
      for (int i = 0; i < count; i++) {
        sums[i] += gradients[i] * gradients[i];
        weights[i] -= rate * gradients[i] / (float) Math.sqrt(sums[i] + epsilon);
      }
    }
  }
}
