package example;

import static io.tenon.ActivationFunction.RELU;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

@Sequential
public interface PictureEncoder {
  @Input("28 28 1")
  Image picture();

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Image edges();

  @Flatten
  Vector flat();

  @Dense(units = 16)
  Vector code();
}
