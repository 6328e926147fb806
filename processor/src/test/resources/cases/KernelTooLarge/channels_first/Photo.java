package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Conv2D;

@Model
interface Photo {
  @Input("3 20 20") Image photo();
  @Output @Conv2D(filters = 2, kernelSize = 5) Image edges(Image photo);
}
