package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();
  Encoder encoder();
  @Output @Apply Vector y(Encoder encoder, Vector x);

  interface Encoder {
    @Input("4") Vector read();
    @Output @Dense(units = 2) Vector code(Vector read);
  }
}
