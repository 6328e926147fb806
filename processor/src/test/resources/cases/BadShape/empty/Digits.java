package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Digits {
  @Input("") Vector photo();
  @Dense(units = 1) Vector pixels();
}
