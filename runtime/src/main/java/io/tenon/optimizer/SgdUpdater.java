package io.tenon.optimizer;

import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.List;
import org.bytedeco.dnnl.memory;

/** Gradient descent: one pass, with momentum one more for each buffer that is read again. */
final class SgdUpdater implements Updater {
  private final FlatBuffers buffers;
  private final List<Operation> operations;

  SgdUpdater(Sgd sgd, Parameters parameters, Gradients gradients) {
    this.buffers = new FlatBuffers(parameters, gradients);
    memory g = buffers.gradients();
    memory w = buffers.weights();
    memory one = buffers.scalar(1).memory();
    memory minusRate = buffers.scalar((float) -sgd.learningRate()).memory();
    float momentum = (float) sgd.momentum();
    if (momentum == 0) {
      // w = w - rate g
      this.operations = List.of(new Pointwise(g, minusRate).addTo(w, 1));
      return;
    }
    memory velocity = buffers.state();
    // velocity = momentum velocity - rate g
    Operation accelerate = new Pointwise(g, minusRate).addTo(velocity, momentum);
    this.operations =
        sgd.nesterov()
            // w = w + momentum velocity - rate g
            ? List.of(
                accelerate,
                new Pointwise(velocity, one).scale(momentum).addTo(w, 1),
                new Pointwise(g, minusRate).addTo(w, 1))
            // w = w + velocity
            : List.of(accelerate, new Pointwise(velocity, one).addTo(w, 1));
  }

  @Override
  public void step() {
    for (int i = 0; i < operations.size(); i++) {
      operations.get(i).run();
    }
  }

  @Override
  public void close() {
    operations.forEach(Operation::close);
    buffers.close();
  }
}
