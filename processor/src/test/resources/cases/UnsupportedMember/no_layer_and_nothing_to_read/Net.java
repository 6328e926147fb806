package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();
  @Output @Dense(units = 3) Vector y(Vector x);
  Vector helper(Vector vector);
}
