package example;

import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();
  @Dense(units = 3) Layer head();
  @Output @Dense(units = 3) Vector y(Layer head, Vector x);
}
