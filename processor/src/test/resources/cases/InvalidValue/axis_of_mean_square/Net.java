package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.layer.RMSNormalization;

@Sequential
interface Net {
  @Input("8 8 3") Image photo();
  @RMSNormalization(axis = 1) Image even();
}
