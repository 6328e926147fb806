package io.tenon.network;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;

public interface NetworkBuilder {
  NetworkBuilder optimizer(Optimizer optimizer);

  NetworkBuilder loss(String output, Loss loss);

  NetworkBuilder loss(String output, LossFunction loss);

  NetworkBuilder lossWeight(String output, double weight);

  NetworkBuilder metrics(String output, Metric... metrics);

  NetworkBuilder metrics(String output, MetricSpec metric, MetricSpec... more);

  NetworkBuilder seed(long seed);

  Network build();
}
