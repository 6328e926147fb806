package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.layer.Conv2D;

@Sequential
interface Digits {
  @Input("8 8 1") Image image();
  @Conv2D(filters = 4, kernelSize = {3, 3, 3}) Image edges();
}
