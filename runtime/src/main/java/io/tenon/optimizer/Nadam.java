package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Adam with Nesterov's momentum, as {@code keras.optimizers.Nadam}; Dozat, 2015.
 *
 * @param options what every optimizer can be told
 * @param beta1 how much of the mean of gradients is kept; 0 or more and less than 1
 * @param beta2 how much of the mean of their squares is kept; 0 or more and less than 1
 * @param epsilon what keeps a division from 0; positive
 */
public record Nadam(UpdateOptions options, double beta1, double beta2, double epsilon)
    implements StandardOptimizer<Nadam> {

  /** Refuses numbers out of range. */
  public Nadam {
    Require.share("beta1", beta1);
    Require.share("beta2", beta2);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Nadam withOptions(UpdateOptions options) {
    return new Nadam(options, beta1, beta2, epsilon);
  }

  /** The same with other rates of forgetting. */
  public Nadam withBetas(double beta1, double beta2) {
    return new Nadam(options, beta1, beta2, epsilon);
  }

  /** The same with another epsilon. */
  public Nadam withEpsilon(double epsilon) {
    return new Nadam(options, beta1, beta2, epsilon);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    /** How fast the momentum comes to its full size; Dozat's number. */
    private static final double WARM_UP = 0.96;

    private final Nadam nadam;
    private final float beta1;
    private final float beta2;
    private final float epsilon;
    private double product = 1;
    private long multiplied;
    private float rate;
    private float ofMomentum;
    private float ofGradient;
    private float ofVelocity;

    Arithmetic(Nadam nadam) {
      this.nadam = nadam;
      this.beta1 = (float) nadam.beta1;
      this.beta2 = (float) nadam.beta2;
      this.epsilon = (float) nadam.epsilon;
    }

    @Override
    public List<String> memories() {
      return List.of("momentum", "velocity");
    }

    @Override
    public void begin(double rate, long step) {
      // The product is over all steps so far, also after a state was restored.
      if (multiplied >= step) {
        multiplied = 0;
        product = 1;
      }
      while (multiplied < step) {
        product *= momentum(++multiplied);
      }
      double now = momentum(step);
      double next = momentum(step + 1);
      this.rate = (float) rate;
      this.ofMomentum = (float) (next / (1 - product * next));
      this.ofGradient = (float) ((1 - now) / (1 - product));
      this.ofVelocity = (float) (1 / (1 - Math.pow(nadam.beta2, (double) step)));
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] m = memories[0];
      float[] v = memories[1];
      for (int i = 0; i < count; i++) {
        float g = gradients[i];
        m[i] += (g - m[i]) * (1 - beta1);
        v[i] += (g * g - v[i]) * (1 - beta2);
        float ahead = ofMomentum * m[i] + ofGradient * g;
        weights[i] -= rate * ahead / ((float) Math.sqrt(ofVelocity * v[i]) + epsilon);
      }
    }

    private double momentum(long step) {
      return nadam.beta1 * (1 - 0.5 * Math.pow(WARM_UP, (double) step));
    }
  }
}
