package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Pair {
  @Input("8") Vector left();
  @Input("8") Vector right();
  Encoder encoder();
  @Apply Vector code(Encoder encoder, Vector left, Vector right);
  @Output @Dense(units = 1) Vector alike(Vector code);
}

@Sequential
interface Encoder {
  @Input("8") Vector x();
  @Dense(units = 8) Vector code();
}
