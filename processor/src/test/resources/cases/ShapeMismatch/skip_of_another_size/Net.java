package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Conv2D;
import io.tenon.layer.UpSampling2D;

@Model
interface Net {
  @Input("64 64 1") Image x();
  @Conv2D(filters = 8, kernelSize = 3) Image down(Image x);
  @UpSampling2D(2) Image up(Image down);
  @Output @Concatenate Image both(Image x, Image up);
}
