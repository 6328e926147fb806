package example;

import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.layer.TimeDistributed;

@Sequential
interface Words {
  @Input("20 8") Series words();
  @TimeDistributed Series meaning();
}
