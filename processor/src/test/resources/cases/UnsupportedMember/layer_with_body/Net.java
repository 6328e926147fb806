package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();

  @Dense(units = 3)
  default Vector hidden(Vector x) {
    return x;
  }

  @Output @Dense(units = 1) Vector y(Vector hidden);
}
