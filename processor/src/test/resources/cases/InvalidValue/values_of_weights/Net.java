package example;

import static io.tenon.Constraint.Kind.MIN_MAX_NORM;
import static io.tenon.Initializer.Kind.TRUNCATED_NORMAL;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Net {
  @Input("4") Vector x();
  @Dense(units = 3, kernelInitializer = @Initializer(value = TRUNCATED_NORMAL, stddev = -1)) Vector a();
  @Dense(units = 3, kernelConstraint = @Constraint(value = MIN_MAX_NORM, rate = 2)) Vector c();
}
