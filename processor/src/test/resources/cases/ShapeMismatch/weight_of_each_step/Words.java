package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.GlobalAveragePooling1D;
import io.tenon.layer.Multiply;

@Model
interface Words {
  @Input("20 64") Series words();
  @Dense(units = 1) Series score(Series words);
  @Flatten Vector scores(Series score);
  @Multiply Series weighted(Series words, Vector scores);
  @Output @GlobalAveragePooling1D Vector mean(Series weighted);
}
