package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.LSTM;

@Sequential
interface Words {
  @Input("20 8") Series words();
  @Bidirectional @LSTM(units = 0) Vector meaning();
}
