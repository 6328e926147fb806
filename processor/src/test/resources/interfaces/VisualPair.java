import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;

import io.tenon.Apply;
import io.tenon.Frozen;
import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;
import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

@Model
interface VisualPair {
  @Input("28 28 1")
  Image left();

  @Input("28 28 1")
  Image right();

  @Frozen
  PictureEncoder encoder();

  @Apply
  Vector leftCode(PictureEncoder encoder, Image left);

  @Apply
  Vector rightCode(PictureEncoder encoder, Image right);

  @Lambda
  default SDVariable distance(SDVariable leftCode, SDVariable rightCode) {
    throw new UnsupportedOperationException("write what distance does");
  }

  @Lambda(outputShape = "16")
  default SDVariable same(SDVariable leftCode) {
    throw new UnsupportedOperationException("write what same does");
  }

  @Dense(units = 4, activation = RELU)
  Layer squeeze();

  @Apply
  Vector small(Layer squeeze, Vector distance);

  @Apply
  Vector smaller(Layer squeeze, Vector same);

  @Concatenate
  Vector all(Vector small, Vector smaller);

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Vector alike(Vector all);
}

@Sequential
interface PictureEncoder {
  @Input("28 28 1")
  Image picture();

  @Conv2D(filters = 8, kernelSize = 3, activation = RELU)
  Image edges();

  @Flatten
  Vector flat();

  @Dense(units = 16)
  Vector code();
}
