package example;

import io.tenon.Input;
import io.tenon.Tensor;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Flatten;

interface Backbone<I extends Tensor, F extends Tensor> {
  @Input("8 8 1") I picture();
  @Flatten F features(I picture);
  @Dense(units = 3) Vector replaced(F features);
  @Dropout(0.5) Vector dropped(F features);
}
