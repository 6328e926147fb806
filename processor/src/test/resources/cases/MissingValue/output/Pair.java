package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Pair {
  @Input("8") Vector given();
  Both both();
  @Apply Vector code(Both both, Vector given);
  @Output @Dense(units = 1) Vector result(Vector code);
}

@Model
interface Both {
  @Input("8") Vector x();
  @Output @Dense(units = 4) Vector left(Vector x);
  @Output @Dense(units = 4) Vector right(Vector x);
}
