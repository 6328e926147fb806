package own;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.examples.own.Gain;
import io.tenon.layer.TimeDistributed;

@Model
interface Rooms {
  @Input("hours 3") Series voltages();

  @Output
  @TimeDistributed
  @Gain(limit = 50)
  Series degrees(Series voltages);
}
