package example;

import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;

@Model interface Net {
  @Input("4") Vector x();
  @LSTM(units = 3) Layer encode();
  Other other();
  @Output @Dense(units = 2) Vector y(Vector x);
}
@Sequential interface Other { @Input("4") Vector x(); @Dense(units = 2) Vector y(); }
