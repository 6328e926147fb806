package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Gradient descent, as {@code keras.optimizers.SGD}.
 *
 * @param options what every optimizer can be told
 * @param momentum how much of the last step is added to the next; 0 or more and less than 1
 * @param nesterov whether the gradient is taken where the momentum leads: Nesterov, 1983
 */
public record Sgd(UpdateOptions options, double momentum, boolean nesterov)
    implements StandardOptimizer<Sgd> {

  /** Refuses numbers out of range. */
  public Sgd {
    Require.share("momentum", momentum);
  }

  @Override
  public Sgd withOptions(UpdateOptions options) {
    return new Sgd(options, momentum, nesterov);
  }

  /** The same with another momentum. */
  public Sgd withMomentum(double momentum) {
    return new Sgd(options, momentum, nesterov);
  }

  /** The same with Nesterov's momentum or without. */
  public Sgd withNesterov(boolean nesterov) {
    return new Sgd(options, momentum, nesterov);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final float momentum;
    private final boolean nesterov;
    private float rate;

    Arithmetic(Sgd sgd) {
      this.momentum = (float) sgd.momentum;
      this.nesterov = sgd.nesterov;
    }

    @Override
    public List<String> memories() {
      return momentum == 0 ? List.of() : List.of("momentum");
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
      return momentum != 0;
    }

    @Override
    public void catchUp(long step, float[] weights, float[] zeros, float[][] memories, int count) {
      if (momentum != 0) {
        update(weights, zeros, memories, count); // the rate of a step counts for gradients alone
      }
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      if (momentum == 0) {
        for (int i = 0; i < count; i++) {
          weights[i] -= rate * gradients[i];
        }
        return;
      }
      float[] velocity = memories[0];
      for (int i = 0; i < count; i++) {
        velocity[i] = momentum * velocity[i] - rate * gradients[i];
      }
      if (nesterov) {
        for (int i = 0; i < count; i++) {
          weights[i] += momentum * velocity[i] - rate * gradients[i];
        }
      } else {
        for (int i = 0; i < count; i++) {
          weights[i] += velocity[i];
        }
      }
    }
  }
}
