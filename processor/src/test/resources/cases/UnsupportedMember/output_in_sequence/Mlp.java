package example;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Output @Dense(units = 10) Vector hidden();
  @Dense(units = 10) Vector digit();
}
