package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tensor;
import io.tenon.layer.LSTM;
import io.tenon.layer.TimeDistributed;

@Sequential
interface Pages {
  @Input(value = "6 3 2", batchSize = 4) Tensor lines();
  @TimeDistributed @LSTM(units = 4, stateful = true) Series code();
}
