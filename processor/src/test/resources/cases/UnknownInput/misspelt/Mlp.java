package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Dense(units = 128, activation = RELU) Vector hidden(Vector pixels);
  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX) Vector digit(Vector hiden);
}
