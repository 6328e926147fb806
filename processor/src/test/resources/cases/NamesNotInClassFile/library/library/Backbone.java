package example;

import io.tenon.Input;
import io.tenon.Vector;
import io.tenon.layer.Dense;

interface Backbone {
  @Input("784") Vector pixels();
  @Dense(units = 10) Vector features(Vector pixels);
}
