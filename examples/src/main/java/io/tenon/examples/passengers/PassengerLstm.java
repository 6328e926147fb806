package io.tenon.examples.passengers;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Metric.MEAN_ABSOLUTE_ERROR;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.LSTM;

/** Tells the next month from the last twelve: how much more fly than a year before. */
@Sequential
public interface PassengerLstm {
  /** How many months it reads. */
  int MONTHS = 12;

  @Input("12 1")
  Series months();

  @LSTM(units = 24)
  Vector trend();

  @Output(loss = MEAN_SQUARED_ERROR, metrics = MEAN_ABSOLUTE_ERROR)
  @Dense(units = 1)
  Vector growth();
}
