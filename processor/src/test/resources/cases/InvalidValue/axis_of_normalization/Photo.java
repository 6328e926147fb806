package example;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.GroupNormalization;
import io.tenon.layer.LayerNormalization;

@Model interface Photo {
  @Input("8 8 1") Image x();
  @BatchNormalization(axis = 4) Image even(Image x);
  @LayerNormalization(axis = {1, -3}) Image layered(Image x);
  @GroupNormalization(groups = 1, axis = 0) Image grouped(Image x);
  @Add Image sum(Image even, Image layered, Image grouped);
  @Flatten Vector flat(Image sum);
  @Output(loss = CATEGORICAL_CROSSENTROPY) @Dense(units = 3, activation = SIGMOID) Vector y(Vector flat);
}
