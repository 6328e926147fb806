package example;

import io.tenon.From;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Attention;
import io.tenon.layer.Dot;
import io.tenon.layer.GlobalAveragePooling1D;

@Model interface Words {
  @Input("10 4") Series x();
  @Dot(axes = 3) Series d(Series x, @From("x") Series again);
  @Attention Series a(Series x, Vector y);
  @Output @GlobalAveragePooling1D Vector y(Series x);
}
