package example;

import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Digits extends Backbone {
  @Output @Dense(units = 10) Vector digit(Vector features);
}
