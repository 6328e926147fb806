package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Input("10") Vector more();
  @Dense(units = 10) Vector digit();
}
