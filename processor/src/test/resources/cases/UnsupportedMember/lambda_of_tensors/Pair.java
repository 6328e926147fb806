package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Lambda;

@Model
interface Pair {
  @Input("8") Vector left();
  @Lambda default Vector code(Vector left) { return left; }
  @Output @Dense(units = 1) Vector alike(Vector code);
}
