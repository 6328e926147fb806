package example;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

@Model interface Photo {
  @Input("8 8 1") Image x();
  @BatchNormalization(axis = 1) Image even(Image x);
  @Flatten Vector flat(Image even);
  @Output(loss = CATEGORICAL_CROSSENTROPY) @Dense(units = 3, activation = SIGMOID) Vector y(Vector flat);
}
