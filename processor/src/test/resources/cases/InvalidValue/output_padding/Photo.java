package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Conv2DTranspose;

@Model interface Photo {
  @Input("8 8 1") Image x();
  @Input("4") Vector unused();
  @Output @Conv2DTranspose(filters = 2, kernelSize = 3, strides = 2, outputPadding = 2) Image y(Image x);
}
