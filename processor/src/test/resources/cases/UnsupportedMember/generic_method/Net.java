package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tensor;
import io.tenon.Vector;
import io.tenon.layer.Dense;

@Model interface Net {
  @Input("4") Vector x();
  @Output @Dense(units = 2) <T extends Tensor> T y(T x);
}
