package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tensor;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model interface Net<T extends Tensor> {
  @Input("4") T x();
  @Output @Dense(units = 2) Vector y(T x);
}
