package io.tenon.training;

import io.tenon.data.Batches;
import io.tenon.data.CheckedSamples;
import io.tenon.metric.Observations;
import io.tenon.plan.Plan;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Samples, tied to the buffers of a plan that runs them in batches of its size. */
final class Pass {
  private final Plan plan;
  private final Batches batches;
  private final Map<String, Observations> views = new HashMap<>();
  private final int batchSize;

  Pass(Plan plan, CheckedSamples samples, int batchSize) {
    this.plan = plan;
    this.batchSize = batchSize;
    this.batches = Batches.of(samples, plan::input, plan::label, plan::sampleWeights);
    for (String output : samples.labels().keySet()) {
      boolean masked = samples.graph().node(output).type().masked();
      INDArray mask = masked ? plan.mask(output) : null;
      views.put(output, OutputView.of(plan.output(output), plan.label(output), mask));
    }
  }

  Plan plan() {
    return plan;
  }

  int batchSize() {
    return batchSize;
  }

  /**
   * Runs the samples {@code order[from]} and on, forward and backward.
   *
   * @param number how many steps the model was trained for before
   * @return the loss
   */
  double train(int[] order, int from, long number) {
    batches.copy(order, from, batchSize);
    return plan.step(number);
  }

  /** Runs the first samples, forward and backward, as the other; returns the loss. */
  double train(long number) {
    batches.copy(0, batchSize);
    return plan.step(number);
  }

  /** Runs the samples from an index on, as when predicting; returns the loss. */
  double test(int from) {
    batches.copy(from, batchSize);
    return plan.testStep();
  }

  void score(double loss, Scoreboard board) {
    board.update(loss, plan, views, batchSize);
  }
}
