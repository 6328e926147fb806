package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Vector pixels();
  Vector middle(Vector pixels);
  @Output @Dense(units = 10) Vector digit(Vector middle);
  default String author() { return "me"; }
  static int version() { return 1; }
}
