import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Metric;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;

@Model
interface News {
  @Input("100")
  Vector title();

  @Input("5")
  Vector extras();

  @Dense(units = 32, activation = RELU)
  Vector words(Vector title);

  @Output(loss = BINARY_CROSSENTROPY, lossWeight = 0.2, metrics = ACCURACY)
  @Dense(units = 1, activation = SIGMOID)
  Vector urgent(Vector words);

  @Concatenate
  Vector joined(Vector words, Vector extras);

  @Output(loss = MEAN_SQUARED_ERROR, metrics = Metric.MEAN_SQUARED_ERROR)
  @Dense(units = 1)
  Vector readers(Vector joined);
}
