package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Pair {
  @Input("280") Vector left();
  @Dense(units = 8) Layer encode();
  @Apply Vector leftCode(Layer encoder, Vector left);
  @Output @Dense(units = 1) Vector alike(Vector leftCode);
}
