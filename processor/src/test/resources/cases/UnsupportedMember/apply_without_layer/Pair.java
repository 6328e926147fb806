package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Pair {
  @Input("8") Vector left();
  @Apply Vector code(Vector left);
  @Output @Dense(units = 1) Vector alike(Vector code);
}
