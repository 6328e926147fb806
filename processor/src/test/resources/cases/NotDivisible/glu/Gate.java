package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Glu;

@Model
interface Gate {
  @Input("4") Vector x();
  @Dense(units = 5) Vector doubled(Vector x);
  @Output @Glu Vector gated(Vector doubled);
}
