package example;

import io.tenon.Initializer;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model
interface Net {
  @Input("4") Vector x();
  @Output @Dense(units = 3, kernelInitializer = @Initializer) Vector y(Vector x);
}
