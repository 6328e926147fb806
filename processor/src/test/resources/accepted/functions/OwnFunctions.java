package example;

import static io.tenon.Initializer.Kind.HE_NORMAL;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Apply;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import java.util.random.RandomGenerator;

/** One's own initializer, regularizer and constraint: classes beside the model, or within it. */
@Model
interface OwnFunctions {
  @Input("4") Vector x();

  @Dense(
      units = 3,
      kernelInitializer = @Initializer(function = Ramp.class),
      biasInitializer = @Initializer(HE_NORMAL),
      kernelRegularizer = @Regularizer(function = Penalty.class),
      kernelConstraint = @Constraint(function = NoNegatives.class))
  Vector hidden(Vector x);

  @Dense(units = 3, kernelInitializer = @Initializer(function = Ramp.class)) Layer shared();
  @Output @Apply Vector y(Layer shared, Vector hidden);

  /** 0, 1, 2 and so on. */
  class Ramp implements Initializer.Function {
    @Override
    public float[] values(long[] shape, RandomGenerator random) {
      float[] values = new float[(int) (shape[0] * shape[1])];
      for (int i = 0; i < values.length; i++) {
        values[i] = i;
      }
      return values;
    }
  }

  class Penalty implements Regularizer.Function {}

  class NoNegatives implements Constraint.Function {
    @Override
    public void apply(float[] values, long[] shape) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0, values[i]);
      }
    }
  }
}
