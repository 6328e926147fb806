package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10) Vector digit(Vector pixels);
  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = RELU) Vector urgent(Vector pixels);
}
