package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Adam with the largest gradient in place of the root of their squares, as {@code
 * keras.optimizers.Adamax}; Kingma and Ba, 2014.
 *
 * @param options what every optimizer can be told
 * @param beta1 how much of the mean of gradients is kept; 0 or more and less than 1
 * @param beta2 how much of the largest gradient is kept; 0 or more and less than 1
 * @param epsilon what keeps a division from 0; positive
 */
public record Adamax(UpdateOptions options, double beta1, double beta2, double epsilon)
    implements StandardOptimizer<Adamax> {

  /** Refuses numbers out of range. */
  public Adamax {
    Require.share("beta1", beta1);
    Require.share("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Adamax withOptions(UpdateOptions options) {
    return new Adamax(options, beta1, beta2, epsilon);
  }

  /** The same with other rates of forgetting. */
  public Adamax withBetas(double beta1, double beta2) {
    return new Adamax(options, beta1, beta2, epsilon);
  }

  /** The same with another epsilon. */
  public Adamax withEpsilon(double epsilon) {
    return new Adamax(options, beta1, beta2, epsilon);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final Adamax adamax;
    private final float beta1;
    private final float beta2;
    private final float epsilon;
    private float rate;

    Arithmetic(Adamax adamax) {
      this.adamax = adamax;
      this.beta1 = (float) adamax.beta1;
      this.beta2 = (float) adamax.beta2;
      this.epsilon = (float) adamax.epsilon;
    }

    @Override
    public List<String> memories() {
      return List.of("momentum", "norm");
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) (rate / (1 - Math.pow(adamax.beta1, (double) step)));
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] m = memories[0];
      float[] u = memories[1];
      for (int i = 0; i < count; i++) {
        m[i] += (gradients[i] - m[i]) * (1 - beta1);
        u[i] = Math.max(beta2 * u[i], Math.abs(gradients[i]));
        weights[i] -= rate * m[i] / (u[i] + epsilon);
      }
    }
  }
}
