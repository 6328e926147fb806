package example;

import static io.tenon.Initializer.Kind.ZEROS;
import static io.tenon.Regularizer.Kind.L2;

import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import java.util.random.RandomGenerator;

@Model
interface Net {
  @Input("4") Vector x();
  @Dense(units = 3, biasInitializer = @Initializer(function = Scaled.class)) Vector a(Vector x);
  @Dense(units = 3, biasInitializer = @Initializer(value = ZEROS, function = Other.class)) Vector b(Vector a);
  @Dense(units = 3, activityRegularizer = @Regularizer(function = Penalty.class)) Vector c(Vector x);
  @Output @Dense(units = 3, kernelRegularizer = @Regularizer(value = L2, l2 = -1)) Vector y(Vector c);
}

record Scaled(double factor) implements Initializer.Function {
  @Override
  public float[] values(long[] shape, RandomGenerator random) { return new float[0]; }
}

final class Other implements Initializer.Function {
  @Override
  public float[] values(long[] shape, RandomGenerator random) { return new float[0]; }
}

final class Penalty implements Regularizer.Function {}
