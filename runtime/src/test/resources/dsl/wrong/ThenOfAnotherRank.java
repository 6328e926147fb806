// error: no suitable method found for then(Conv2DOptions)
import static io.tenon.dsl.Layers.conv2D;

import io.tenon.dsl.Networks;

class ThenOfAnotherRank {
  Object network() {
    return Networks.sequential("mlp").vector(784).then(conv2D(32, 3));
  }
}
