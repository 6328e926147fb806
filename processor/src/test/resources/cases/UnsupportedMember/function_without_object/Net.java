package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

@Model abstract class Net {
  private Net(int k) {}
  @Input("4") abstract Vector x();
  @Lambda SDVariable twice(SDVariable x) { return x.mul(2); }
  @Output @Dense(units = 3) abstract Vector y(Vector twice);
}
