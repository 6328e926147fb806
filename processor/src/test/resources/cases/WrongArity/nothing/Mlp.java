package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Output @Dense(units = 10) Vector digit();
}
