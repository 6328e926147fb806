package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;

/** Batches of one size: each sample goes on where the sample before it in its place ended. */
@Sequential
interface Stateful {
  @Input(value = "time 3", batchSize = 8) Series steps();
  @LSTM(units = 4, stateful = true) Vector memory();
  @Output(loss = MEAN_SQUARED_ERROR) @Dense(units = 1) Vector next();
}
