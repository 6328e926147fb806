package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;

@Model
interface Loop {
  @Input("8") Vector pixels();
  @Concatenate Vector state(Vector pixels, Vector gate);
  @Dense(units = 4) Vector memory(Vector state);
  @Dense(units = 4) Vector gate(Vector memory);
  @Output @Dense(units = 1) Vector result(Vector gate);
}
