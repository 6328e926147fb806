package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;

@Sequential interface Net {
  @Input("4") Vector x();
  @Concatenate Vector both();
  @Dense(units = 2) Vector y();
}
