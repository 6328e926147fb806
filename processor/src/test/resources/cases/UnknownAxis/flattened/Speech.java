package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

@Model interface Speech {
  @Input("time 4") Series speech();
  @Flatten Vector flat(Series speech);
  @Output @Dense(units = 2) Vector word(Vector flat);
}
