package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Conv2D;
import io.tenon.layer.MaxPooling2D;

@Model interface Photo {
  @Input("28 28 1") Image photo();
  @MaxPooling2D(poolSize = 2) Image a(Image photo);
  @MaxPooling2D(poolSize = 2) Image b(Image a);
  @MaxPooling2D(poolSize = 2) Image c(Image b);
  @MaxPooling2D(poolSize = 2) Image d(Image c);
  @MaxPooling2D(poolSize = 2) Image e(Image d);
  @Output @Conv2D(filters = 3, kernelSize = 3) Image f(Image e);
}
