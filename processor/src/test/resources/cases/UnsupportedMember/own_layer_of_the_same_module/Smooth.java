package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Smooth {
  @Input("4") Vector x();
  @Swish(beta = 2) Vector smooth(Vector x);
  @Output @Dense(units = 2) Vector y(Vector smooth);
}
