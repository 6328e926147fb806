package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Steps of one size, in the direction of a moving mean of gradients, as {@code
 * keras.optimizers.Lion}; Chen et al., 2023.
 *
 * @param options what every optimizer can be told
 * @param beta1 how much of the mean decides the direction, against the gradient; 0 or more and less
 *     than 1
 * @param beta2 how much of the mean is kept; 0 or more and less than 1
 */
public record Lion(UpdateOptions options, double beta1, double beta2)
    implements StandardOptimizer<Lion> {

  /** Refuses numbers out of range. */
  public Lion {
    Require.share("beta1", beta1);
    Require.share("beta2", beta2);
  }

  @Override
  public Lion withOptions(UpdateOptions options) {
    return new Lion(options, beta1, beta2);
  }

  /** The same with other rates of forgetting. */
  public Lion withBetas(double beta1, double beta2) {
    return new Lion(options, beta1, beta2);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final float beta1;
    private final float beta2;
    private float rate;

    Arithmetic(Lion lion) {
      this.beta1 = (float) lion.beta1;
      this.beta2 = (float) lion.beta2;
    }

    @Override
    public List<String> memories() {
      return List.of("momentum");
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) rate;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] m = memories[0];
      for (int i = 0; i < count; i++) {
        weights[i] -= rate * Math.signum(m[i] * beta1 + gradients[i] * (1 - beta1));
        m[i] = m[i] * beta2 + gradients[i] * (1 - beta2);
      }
    }
  }
}
