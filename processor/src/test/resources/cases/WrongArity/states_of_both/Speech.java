package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;

@Model
interface Speech {
  @Input("20 4") Series heard();
  @Input("9 4") Series said();
  @Bidirectional @LSTM(units = 3, returnState = true) Vector encoded(Series heard);
  @State Vector hidden(Vector encoded);
  @State(1) Vector memory(Vector encoded);
  @Output @Bidirectional @LSTM(units = 3) Vector decoded(Series said, Vector hidden, Vector memory);
}
