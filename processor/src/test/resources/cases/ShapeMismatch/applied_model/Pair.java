package example;

import io.tenon.Apply;
import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

@Model
interface Pair {
  @Input("28 28 3") Image left();
  Encoder encoder();
  @Apply Vector leftCode(Encoder encoder, Image left);
  @Output @Dense(units = 1) Vector alike(Vector leftCode);
}

@Sequential
interface Encoder {
  @Input("28 28 1") Image picture();
  @Flatten Vector flat();
  @Dense(units = 8) Vector code();
}
