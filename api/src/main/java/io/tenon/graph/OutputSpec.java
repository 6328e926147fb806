package io.tenon.graph;

import io.tenon.Loss;
import io.tenon.Metric;
import java.util.List;

/**
 * A tensor that a model gives, and how it is trained.
 *
 * @param tensor its name
 * @param loss what training makes small
 * @param lossWeight the weight of that in the sum over all outputs
 * @param metrics what is reported besides
 */
public record OutputSpec(String tensor, Loss loss, double lossWeight, List<Metric> metrics) {
  /** Copies the list. */
  public OutputSpec {
    metrics = List.copyOf(metrics);
  }

  /** An output that predicts only. */
  public static OutputSpec of(String tensor) {
    return new OutputSpec(tensor, Loss.NONE, 1.0, List.of());
  }
}
