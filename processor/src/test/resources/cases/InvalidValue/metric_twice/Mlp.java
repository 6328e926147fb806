package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Mlp {
  @Input("784") Vector pixels();
  @Output(loss = MEAN_SQUARED_ERROR, metrics = {ACCURACY, ACCURACY})
  @Dense(units = 10) Vector digit();
}
