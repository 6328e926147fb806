package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Vector;
import io.tenon.layer.Flatten;

@Model interface Shapes {
  @Input("28x28") Image a();
  @Input("None 3") Series b();
  @Input("-1 3") Series c();
  @Input("0 3") Series d();
  @Input("(28 28 1)") Image e();
  @Input("28 28 1") Vector f();
  @Output @Flatten Vector y(Image a);
}
