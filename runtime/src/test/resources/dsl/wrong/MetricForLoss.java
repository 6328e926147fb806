// error: no suitable method found for compile(Adam,Metric)
import static io.tenon.optimizer.Optimizers.adam;

import io.tenon.Metric;
import io.tenon.dsl.Networks;

class MetricForLoss {
  Object network() {
    return Networks.sequential("mlp").vector(784).dense(10).compile(adam(), Metric.ACCURACY);
  }
}
