package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.MaxPooling2D;

@Model
interface Digits {
  @Input("28 28 1") Image photo();
  @Conv2D(filters = 32, kernelSize = 3) Image edges(Image photo);
  @MaxPooling2D Image smaller(Image edges);
  @Output @Dense(units = 10) Vector digit(Image smaller);
}
