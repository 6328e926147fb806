package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Reshape;

@Sequential
interface Digits {
  @Input("784") Vector pixels();
  @Reshape({28, 27, 1}) Image photo();
  @Conv2D(filters = 4, kernelSize = 3) Image edges();
}
