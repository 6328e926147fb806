package example;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.layer.Dot;

@Model
interface Words {
  @Input("20 8") Series words();
  @Input("20 8") Series others();
  @Output @Dot(axes = {2, 1}) Series likeness(Series words, Series others);
}
