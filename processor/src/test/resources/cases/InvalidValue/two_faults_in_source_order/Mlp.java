package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  @Output @Dense(units = 10) Vector digit(Vector smaller);
  @Dense(units = 10) Vector smaller(Vector hiden);
  @Dense(units = 0) Vector hidden(Vector pixels);
  @Output @Dense(units = 3) Vector kind(Vector hidden);
}
