import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.Apply;
import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.GlobalAveragePooling2D;
import io.tenon.layer.Subtract;

@Model
interface Nested {
  @Input("8 8 2")
  Image left();

  @Input("8 8 2")
  Image right();

  encoder encoder2();

  @Apply
  Vector encoder(encoder encoder2, Image left);

  @Apply
  Vector encoder_use1(encoder encoder2, Image right);

  @Subtract
  Vector diff(Vector encoder, Vector encoder_use1);

  @Output
  @Dense(units = 2, activation = SOFTMAX)
  Vector out(Vector diff);
}

@Sequential
interface encoder {
  @Input("8 8 2")
  Image input_layer_4();

  @Conv2D(filters = 3, kernelSize = 3, activation = RELU)
  Image conv2d_2();

  @GlobalAveragePooling2D
  Vector global_average_pooling2d();

  @Dense(units = 4, activation = TANH)
  Vector dense_4();
}
