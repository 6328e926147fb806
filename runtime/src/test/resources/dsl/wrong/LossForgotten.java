// error: no suitable method found for compile(Adam)
import static io.tenon.optimizer.Optimizers.adam;

import io.tenon.dsl.Networks;

class LossForgotten {
  Object network() {
    return Networks.sequential("mlp").vector(784).dense(10).compile(adam());
  }
}
