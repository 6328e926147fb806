package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Volume;
import io.tenon.layer.ConvLSTM2D;

@Model
interface Film {
  @Input("5 8 8 3") Volume frames();
  @Input("6 6 4") Image hidden();
  @Input("8 8 4") Image memory();
  @Output
  @ConvLSTM2D(filters = 4, kernelSize = 3)
  Image next(Volume frames, Image hidden, Image memory);
}
