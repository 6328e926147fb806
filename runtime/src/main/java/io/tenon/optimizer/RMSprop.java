package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps divided by the root of a moving mean of squared gradients, as {@code
 * keras.optimizers.RMSprop}; Hinton, 2012.
 *
 * @param options what every optimizer can be told
 * @param rho how much of the mean of squares is kept; 0 or more and less than 1
 * @param momentum how much of the last step is added to the next; 0 or more and less than 1
 * @param epsilon what keeps a division from 0; positive
 * @param centered whether the squares are of the deviation from the mean gradient
 */
public record RMSprop(
    UpdateOptions options, double rho, double momentum, double epsilon, boolean centered)
    implements StandardOptimizer<RMSprop> {

  /** Refuses numbers out of range. */
  public RMSprop {
    Require.share("rho", rho);
    Require.share("momentum", momentum);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public RMSprop withOptions(UpdateOptions options) {
    return new RMSprop(options, rho, momentum, epsilon, centered);
  }

  /** The same with another rate of forgetting. */
  public RMSprop withRho(double rho) {
    return new RMSprop(options, rho, momentum, epsilon, centered);
  }

  /** The same with another momentum. */
  public RMSprop withMomentum(double momentum) {
    return new RMSprop(options, rho, momentum, epsilon, centered);
  }

  /** The same with another epsilon. */
  public RMSprop withEpsilon(double epsilon) {
    return new RMSprop(options, rho, momentum, epsilon, centered);
  }

  /** The same with squares about the mean or about 0. */
  public RMSprop withCentered(boolean centered) {
    return new RMSprop(options, rho, momentum, epsilon, centered);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final float rho;
    private final float momentum;
    private final float epsilon;
    private final boolean centered;
    private float rate;

    Arithmetic(RMSprop rmsprop) {
      this.rho = (float) rmsprop.rho;
      this.momentum = (float) rmsprop.momentum;
      this.epsilon = (float) rmsprop.epsilon;
      this.centered = rmsprop.centered;
    }

    @Override
    public List<String> memories() {
      List<String> names = new ArrayList<>(List.of("velocity"));
      if (centered) {
        names.add("average_gradient");
      }
      if (momentum > 0) {
        names.add("momentum");
      }
      return names;
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) rate;
    }

    @Override
    public boolean catchesUp() {
      return momentum == 0;
    }

    @Override
    public boolean movesWithoutGradient() {
      return false;
    }

    @Override
    public void catchUp(long step, float[] weights, float[] zeros, float[][] memories, int count) {
      for (float[] memory : memories) {
        Rule.fade(memory, rho, count);
      }
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] velocity = memories[0];
      if (!centered && momentum == 0) {
        updatePlain(weights, gradients, velocity, count);
        return;
      }
      for (int i = 0; i < count; i++) {
        velocity[i] = rho * velocity[i] + (1 - rho) * gradients[i] * gradients[i];
      }
      if (centered) {
        float[] mean = memories[1];
        for (int i = 0; i < count; i++) {
          mean[i] = rho * mean[i] + (1 - rho) * gradients[i];
          float variance = velocity[i] - mean[i] * mean[i];
          gradients[i] = rate * gradients[i] / (float) Math.sqrt(variance + epsilon);
        }
      } else {
        for (int i = 0; i < count; i++) {
          gradients[i] = rate * gradients[i] / (float) Math.sqrt(velocity[i] + epsilon);
        }
      }
      if (momentum > 0) {
        float[] steps = memories[memories.length - 1];
        for (int i = 0; i < count; i++) {
          steps[i] = momentum * steps[i] + gradients[i];
          gradients[i] = steps[i];
        }
      }
      for (int i = 0; i < count; i++) {
        weights[i] -= gradients[i];
      }
    }

    private void updatePlain(float[] weights, float[] gradients, float[] velocity, int count) {
      // In locals: so that the loop is vectorized.
      float kept = rho;
      float added = 1 - rho;
      float least = epsilon;
      float size = rate;
      for (int i = 0; i < count; i++) {
        float gradient = gradients[i];
        float squares = kept * velocity[i] + added * gradient * gradient;
        velocity[i] = squares;
        weights[i] -= size * gradient / (float) Math.sqrt(squares + least);
      }
    }
  }
}
