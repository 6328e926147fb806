package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;
import io.tenon.layer.State;

@Model interface Words {
  @Input("10 3") Series a();
  @LSTM(units = 5) Vector code(Series a);
  @State Vector h(Vector code);
  @LSTM(units = 6, returnState = true) Vector code2(Series a);
  @State(2) Vector h2(Vector code2);
  @LSTM(units = 5) Vector next(Series a, Vector code);
  @Output @Dense(units = 1) Vector y(Vector next);
}
