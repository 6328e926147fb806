package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Words {
  @Input("features") Vector numbers();
  @Dense(units = 8) Vector words();
}
