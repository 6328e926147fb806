package example;

import static io.tenon.Constraint.Kind.UNIT_NORM;
import static io.tenon.Initializer.Kind.HE_NORMAL;
import static io.tenon.Regularizer.Kind.L2;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();
  @Dense(units = 3, kernelInitializer = @Initializer(value = HE_NORMAL, stddev = 0.1))
  Vector a(Vector x);
  @Dense(units = 3, kernelRegularizer = @Regularizer(value = L2, l1 = 1e-4))
  Vector b(Vector x);
  @Output @Dense(units = 3, kernelConstraint = @Constraint(value = UNIT_NORM, maxValue = 3))
  Vector c(Vector x);
}
