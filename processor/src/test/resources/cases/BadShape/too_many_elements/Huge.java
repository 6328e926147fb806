package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Flatten;

@Sequential
interface Huge {
  @Input("2000000000 2000000000 2000000000") Image photo();
  @Flatten Vector pixels();
}
