package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;

@Model
interface Join {
  @Input("8 8 3") Image left();
  @Input("6") Vector right();
  @Output @Concatenate Image both(Image left, Vector right);
}
