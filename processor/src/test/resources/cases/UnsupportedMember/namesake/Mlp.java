package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Tensor;
import io.tenon.layer.Dense;

@Model
interface Mlp {
  @Input("784") Tensor pixels();
  @Output @Dense(units = 10) Tensor digit(java.util.Vector<Float> pixels);
}
