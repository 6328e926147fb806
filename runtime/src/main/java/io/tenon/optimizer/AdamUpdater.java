package io.tenon.optimizer;

import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import org.bytedeco.dnnl.memory;

/** Adam in three passes: first moments, second moments, weights. */
final class AdamUpdater implements Updater {
  private final Adam adam;
  private final FlatBuffers buffers;
  private final FlatBuffers.Scalar minusRate;
  private final Operation firstMoment;
  private final Operation secondMoment;
  private final Operation update;
  private double power1 = 1;
  private double power2 = 1;

  AdamUpdater(Adam adam, Parameters parameters, Gradients gradients) {
    this.adam = adam;
    this.buffers = new FlatBuffers(parameters, gradients);
    memory m = buffers.state();
    memory v = buffers.state();
    memory g = buffers.gradients();
    memory one = buffers.scalar(1).memory();
    this.minusRate = buffers.scalar(0);
    float beta1 = (float) adam.beta1();
    float beta2 = (float) adam.beta2();
    // m = beta1 m + (1 - beta1) g
    this.firstMoment = new Pointwise(g, one).scale(1 - beta1).addTo(m, beta1);
    // v = beta2 v + (1 - beta2) g g
    this.secondMoment = new Pointwise(g, g).scale(1 - beta2).addTo(v, beta2);
    // w = w - rate m / (sqrt(v) + epsilon)
    this.update =
        new Pointwise(v, one)
            .squareRoot()
            .linear(1, (float) adam.epsilon())
            .reciprocal()
            .times(m)
            .times(minusRate.memory())
            .addTo(buffers.weights(), 1);
  }

  @Override
  public void step() {
    power1 *= adam.beta1();
    power2 *= adam.beta2();
    minusRate.set((float) (-adam.learningRate() * Math.sqrt(1 - power2) / (1 - power1)));
    firstMoment.run();
    secondMoment.run();
    update.run();
  }

  @Override
  public void close() {
    firstMoment.close();
    secondMoment.close();
    update.close();
    buffers.close();
  }
}
