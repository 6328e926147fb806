import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Initializer.Kind.HE_NORMAL;
import static io.tenon.Initializer.Kind.RANDOM_NORMAL;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

@Sequential
interface Digits {
  @Input("8 8 1")
  Image image();

  @Conv2D(
      filters = 16,
      kernelSize = 3,
      padding = SAME,
      activation = RELU,
      kernelInitializer = @Initializer(HE_NORMAL))
  Image edges();

  @MaxPooling2D(poolSize = {2, 1})
  Image smaller();

  @Flatten
  Vector features();

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(
      units = 10,
      activation = SOFTMAX,
      kernelInitializer = @Initializer(value = RANDOM_NORMAL, stddev = 0.01))
  Vector digit();
}
