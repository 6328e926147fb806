package example;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Output(loss = CATEGORICAL_CROSSENTROPY)
  @Dense(units = 1, activation = SOFTMAX) Vector urgent();
}
