package io.tenon.examples.own;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

/** A model with all functions of its own that there may be. */
@Model
interface Bowl {
  @Input("2")
  Vector place();

  @Lambda
  default SDVariable squares(SDVariable place) {
    return place.mul(place);
  }

  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(
      units = 1,
      kernelInitializer = @Initializer(function = Halving.class),
      kernelRegularizer = @Regularizer(function = FourthPowers.class),
      kernelConstraint = @Constraint(function = AtMostOne.class))
  Vector height(Vector squares);
}
