package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;

@Sequential
interface Words {
  @Input("20 8") Series words();
  @Bidirectional @Dense(units = 4) Series meaning();
}
