package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

/** Tensors called as what the generated class has of its own. */
@Model
interface Samples {
  @Input("4") Vector network();
  @Input("4") Vector io();
  @Input("4") Vector Network();
  @Concatenate Vector concatenate(Vector network, Vector io, Vector Network);
  @Dense(units = 4) Vector fit(Vector concatenate);
  @Dense(units = 4) Vector fitLayer(Vector fit);
  @Dense(units = 4, activation = RELU) Vector hashCode(Vector fitLayer);
  @Dropout(0.5) Vector dense(Vector hashCode);
  @Dense(units = 4) Vector loss(Vector dense);
  @Dense(units = 4) Vector $money$(Vector loss);
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 4) Vector seed(Vector $money$);
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 4) Vector optimizer(Vector seed);
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 4) Vector arrays(Vector optimizer);
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 4) Vector of(Vector arrays);
}
