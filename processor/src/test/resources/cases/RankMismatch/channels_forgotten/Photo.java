package example;

import static io.tenon.Padding.CAUSAL;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Conv2D;
import io.tenon.layer.MaxPooling2D;

@Model interface Photo {
  @Input("28 28") Image photo();
  @Conv2D(filters = 8, kernelSize = {3, 3, 3}, strides = 0, padding = CAUSAL) Image edges(Image photo);
  @Output @MaxPooling2D(poolSize = 40) Image small(Image edges);
}
