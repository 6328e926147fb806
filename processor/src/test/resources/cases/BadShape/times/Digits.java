package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Flatten;

@Sequential
interface Digits {
  @Input("28x28x1") Image photo();
  @Flatten Vector pixels();
}
