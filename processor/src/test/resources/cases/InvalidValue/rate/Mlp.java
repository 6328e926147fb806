package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Dropout(1.5) Vector dropped();
  @Dense(units = 10) Vector digit();
}
