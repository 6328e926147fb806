package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.layer.Conv2D;

@Sequential
interface Digits {
  @Input("8 8 2") Image image();
  @Conv2D(filters = 5, kernelSize = 3, groups = 2) Image edges();
}
