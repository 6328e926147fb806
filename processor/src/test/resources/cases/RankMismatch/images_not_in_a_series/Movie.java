package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.ConvLSTM2D;

@Model
interface Movie {
  @Input("16 16 3") Image frame();
  @Output @ConvLSTM2D(filters = 4, kernelSize = 3) Image seen(Image frame);
}
