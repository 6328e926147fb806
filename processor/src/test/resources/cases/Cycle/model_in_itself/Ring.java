package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Ring {
  @Input("8") Vector given();
  Ring again();
  @Apply Vector code(Ring again, Vector given);
  @Output @Dense(units = 1) Vector result(Vector code);
}
