package own;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Regularizer;
import io.tenon.Vector;
import io.tenon.examples.own.Gain;

@Model
interface Thermometers {
  @Input("3") Vector voltages();

  @Output(loss = MEAN_SQUARED_ERROR)
  @Gain(
      limit = 50,
      beyond = Gain.Beyond.ZERO,
      gainInitializer = @Initializer(value = Initializer.Kind.CONSTANT, constant = 0.5),
      gainRegularizer = @Regularizer(value = Regularizer.Kind.L2, l2 = 1e-6))
  Vector degrees(Vector voltages);
}
