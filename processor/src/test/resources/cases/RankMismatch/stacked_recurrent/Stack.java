package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;
import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;

@Model
interface Stack {
  @Input("20 8") Series words();
  @Bidirectional @LSTM(units = 16) Vector first(Series words);
  @LSTM(units = 16) Vector second(Vector first);
  @GRU(units = 16) Series declared(Series words);
  @Dense(units = 1) Vector last(Vector second);
  @Output @Dense(units = 1) Series each(Series declared);
  @Output @Dense(units = 1) Vector y(Vector last);
}
