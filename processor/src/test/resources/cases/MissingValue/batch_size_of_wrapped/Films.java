package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.LSTM;

@Sequential
interface Films {
  @Input("6 2") Series parts();
  @Bidirectional @LSTM(units = 4, stateful = true) Vector code();
}
