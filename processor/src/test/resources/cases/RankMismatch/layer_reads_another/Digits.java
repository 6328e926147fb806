package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;

@Sequential
interface Digits {
  @Input("784") Vector photo();
  @Conv2D(filters = 32, kernelSize = 3) Image edges();
}
