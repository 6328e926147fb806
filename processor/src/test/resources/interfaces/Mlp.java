import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Sequential
interface Mlp {
  @Input("784")
  Vector pixels();

  @Dense(units = 32, activation = RELU)
  Vector hidden();

  @Dropout(0.2)
  Vector dropped();

  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
