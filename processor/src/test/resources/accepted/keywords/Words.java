package example;

import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Metric.ROOT_MEAN_SQUARED_ERROR;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

/** Words that Java reserves in some places, and that Kotlin does. */
@Model
interface Words {
  @Input("4") Vector record();
  @Dense(units = 4) Vector yield_(Vector record);
  @Dense(units = 4) Vector var(Vector yield_);
  @Dense(units = 4) Vector object(Vector var);
  @Dense(units = 4) Vector when(Vector object);
  @Dense(units = 4) Vector module(Vector when);
  @Output(loss = MEAN_SQUARED_ERROR, metrics = ROOT_MEAN_SQUARED_ERROR)
  @Dense(units = 4) Vector sealed(Vector module);
  @Output(loss = MEAN_SQUARED_ERROR)
  @Dense(units = 4) Vector in(Vector sealed);
}
