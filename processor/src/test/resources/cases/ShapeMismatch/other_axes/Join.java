package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Concatenate;

@Model
interface Join {
  @Input("8 8 3") Image left();
  @Input("6 8 3") Image right();
  @Output @Concatenate Image both(Image left, Image right);
}
