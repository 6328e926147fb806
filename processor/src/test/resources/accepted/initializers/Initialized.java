package example;

import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Sequential
interface Initialized {
  @Input("8") Vector pixels();
  @Dense(
      units = Initialized.UNITS,
      kernelInitializer = @Initializer(value = Initializer.Kind.VARIANCE_SCALING, mode = Initializer.FanMode.FAN_OUT),
      biasInitializer = @Initializer(value = Initializer.Kind.CONSTANT, constant = 1e-3))
  Vector digit();
  int UNITS = 1 + 2;
}
