package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Volume;
import io.tenon.layer.ConvLSTM2D;

@Sequential
interface Film {
  @Input("5 8 8 3") Volume frames();
  @ConvLSTM2D(filters = 4, kernelSize = 3, recurrentDropout = 1) Image next();
}
