package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;

@Model
interface Words {
  @Input("20 8") Series words();
  @LSTM(units = 8) Vector code(Series words);
  @Output @State Vector hidden(Vector code);
}
