package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Dense(units = 0) Vector digit();
}
