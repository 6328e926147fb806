package example;

import io.tenon.Apply;
import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Layer;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

@Model
interface Pair {
  @Input("28 28 1") Image left();
  @Input("28 28 3") Image right();
  @Conv2D(filters = 4, kernelSize = 3) Layer edges();
  @Apply Image leftEdges(Layer edges, Image left);
  @Apply Image rightEdges(Layer edges, Image right);
  @Flatten Vector leftCode(Image leftEdges);
  @Flatten Vector rightCode(Image rightEdges);
  @Concatenate Vector both(Vector leftCode, Vector rightCode);
  @Output @Dense(units = 1) Vector alike(Vector both);
}
