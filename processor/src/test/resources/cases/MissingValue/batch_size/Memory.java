package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;

@Sequential
interface Memory {
  @Input("time 3") Series steps();
  @LSTM(units = 4, stateful = true) Vector memory();
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Vector next();
}
