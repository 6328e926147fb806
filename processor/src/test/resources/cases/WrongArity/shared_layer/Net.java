package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

@Model interface Net {
  @Input("4") Vector x();
  @Dense(units = 3) Layer shared();
  @Apply Vector a(Layer shared, Vector x, Vector x2);
  @Apply Vector b(Layer shared);
  @Apply Vector c(Vector x);
  @Output @Dense(units = 3) @Dropout(0.1) Vector y(Vector a);
}
