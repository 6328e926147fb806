// error: no suitable method found for bidirectional(DenseOptions)
import static io.tenon.dsl.Layers.dense;

import io.tenon.dsl.Networks;

class BidirectionalDense {
  Object network() {
    return Networks.sequential("words").series(7, 8).bidirectional(dense(4));
  }
}
