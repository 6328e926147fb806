package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;

/**
 * Steps as large as earlier ones, divided by the root of a moving mean of squared gradients, as
 * {@code keras.optimizers.Adadelta}; Zeiler, 2012.
 *
 * @param options what every optimizer can be told
 * @param rho how much of the means of squares is kept; 0 or more and less than 1
 * @param epsilon what keeps a division from 0; positive
 */
public record Adadelta(UpdateOptions options, double rho, double epsilon)
    implements StandardOptimizer<Adadelta> {

  /** Refuses numbers out of range. */
  public Adadelta {
    Require.share("rho", rho);
    Require.positive("epsilon", epsilon);
  }

  @Override
  public Adadelta withOptions(UpdateOptions options) {
    return new Adadelta(options, rho, epsilon);
  }

  /** The same with another rate of forgetting. */
  public Adadelta withRho(double rho) {
    return new Adadelta(options, rho, epsilon);
  }

  /** The same with another epsilon. */
  public Adadelta withEpsilon(double epsilon) {
    return new Adadelta(options, rho, epsilon);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new FlatUpdater(new Arithmetic(this), options, parameters, gradients);
  }

  private static final class Arithmetic implements Rule {
    private final float rho;
    private final float epsilon;
    private float rate;

    Arithmetic(Adadelta adadelta) {
      this.rho = (float) adadelta.rho;
      this.epsilon = (float) adadelta.epsilon;
    }

    @Override
    public List<String> memories() {
      return List.of("accumulated_grad", "accumulated_delta_var");
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
      for (float[] memory : memories) {
        Rule.fade(memory, rho, count);
      }
    }

    @Override
    public void begin(double rate, long step) {
      this.rate = (float) rate;
    }

    @Override
    public void update(float[] weights, float[] gradients, float[][] memories, int count) {
      float[] squares = memories[0];
      float[] steps = memories[1];
      for (int i = 0; i < count; i++) {
        float g = gradients[i];
        squares[i] = rho * squares[i] + (1 - rho) * g * g;
        float step =
            g * (float) Math.sqrt(steps[i] + epsilon) / (float) Math.sqrt(squares[i] + epsilon);
        steps[i] = rho * steps[i] + (1 - rho) * step * step;
        weights[i] -= rate * step;
      }
    }
  }
}
