package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Metric;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model interface Net {
  @Input("4") Vector x();
  @Output(loss = BINARY_CROSSENTROPY, metrics = {Metric.SPARSE_CATEGORICAL_ACCURACY}) @Dense(units = 1, activation = RELU) Vector y(Vector x);
  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = {Metric.SPARSE_TOP_K_CATEGORICAL_ACCURACY, Metric.AUC}) @Dense(units = 3, activation = SOFTMAX) Vector z(Vector x);
  @Output(loss = BINARY_CROSSENTROPY) @Dense(units = 3, activation = SOFTMAX) Vector q(Vector x);
}
