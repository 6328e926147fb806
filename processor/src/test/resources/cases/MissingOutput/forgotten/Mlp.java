package example;

import static io.tenon.ActivationFunction.SOFTMAX;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Dense(units = 10, activation = SOFTMAX) Vector digit(Vector pixels);
}
