package example;

import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Words {
  @Input("8") Vector words();
  @Dense(units = 4) Layer shared();
}
