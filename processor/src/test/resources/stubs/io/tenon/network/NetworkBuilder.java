package io.tenon.network;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.optimizer.Optimizer;

public interface NetworkBuilder {
  NetworkBuilder optimizer(Optimizer optimizer);

  NetworkBuilder loss(String output, Loss loss);

  NetworkBuilder lossWeight(String output, double weight);

  NetworkBuilder metrics(String output, Metric... metrics);

  NetworkBuilder seed(long seed);

  Network build();
}
