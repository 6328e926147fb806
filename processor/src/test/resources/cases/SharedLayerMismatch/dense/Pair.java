package example;

import io.tenon.Apply;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;

@Model
interface Pair {
  @Input("280") Vector left();
  @Input("140") Vector right();
  @Dense(units = 64) Layer encode();
  @Apply Vector leftCode(Layer encode, Vector left);
  @Apply Vector rightCode(Layer encode, Vector right);
  @Concatenate Vector both(Vector leftCode, Vector rightCode);
  @Output @Dense(units = 1) Vector alike(Vector both);
}
