package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.GRU;

@Model
interface Words {
  @Input("20 8") Series words();
  @Input("4") Vector start();
  @Output @GRU(units = 8) Vector code(Series words, Vector start);
}
