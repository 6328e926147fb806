package example;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

@Sequential
interface Strip {
  @Input("2 64 1") Image strip();
  @MaxPooling2D(poolSize = {3, 4}) Image smaller();
  @Flatten Vector features();
}
