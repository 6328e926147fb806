package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

@Model
interface Digits {
  @Input("8 8 3") Image icon();
  @Conv2D(filters = 16, kernelSize = 3) Image edges(Image icon);
  @MaxPooling2D(poolSize = 2) Image smaller(Image edges);
  @Conv2D(filters = 32, kernelSize = 5) Image shapes(Image smaller);
  @Flatten Vector features(Image shapes);
  @Output @Dense(units = 10) Vector digit(Vector features);
}
