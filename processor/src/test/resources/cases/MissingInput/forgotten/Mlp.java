package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;

import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Dense(units = 32, activation = RELU) Vector hidden();
  @Dense(units = 10, activation = SOFTMAX) Vector digit();
}
