package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Output @Dense(units = 10) @Dropout(0.5) Vector digit(Vector pixels);
}
