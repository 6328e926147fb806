package io.tenon.kernel;

import io.tenon.layer.RecurrentSpec;
import io.tenon.onednn.NativeThreads;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.PartRunner;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layers: one large product for the inputs of all steps; then at each step a product with
 * the recurrent kernel and a {@link RecurrentStep} on the heap, each thread with samples of its
 * own; and on the way back one large product for each weight. Arrays over time are arranged by
 * time, so that a step lies in one piece. A step that a mask leaves out keeps state and output as
 * they were.
 */
final class SequenceKernel implements Kernel {
  /** With fewer samples for a thread, products of a step grow less than their number does. */
  private static final int LEAST_ROWS = 8;

  private final Sequence sequence;
  private final SequenceInput input;
  private final Operation project;
  private final PartRunner forward;
  private final PartRunner backward;
  private final @Nullable SequenceGradients gradients;

  /** A kernel for a spec that {@link RecurrentStep#runs}. */
  SequenceKernel(
      RecurrentSpec spec, boolean goBackwards, boolean inTimeOrder, KernelContext context) {
    this.input = new SequenceInput(context, spec.dropout());
    this.sequence = new Sequence(spec, goBackwards, inTimeOrder, context);
    memory kernel = context.weight(Sequence.KERNEL, OneDnn.rows(sequence.features, sequence.width));
    memory bias = spec.useBias() ? sequence.bias(0) : null;
    // (time * batch, features) x (features, width) + (1, width) = (time * batch, width)
    this.project =
        Products.of(context, input.rows, kernel, bias, sequence.gates, new primitive_attr());
    this.gradients =
        context.backward()
            ? new SequenceGradients(sequence, RecurrentStep.of(spec, 1), input, kernel)
            : null;
    List<Runnable> ways = new ArrayList<>();
    List<Runnable> waysBack = new ArrayList<>();
    int threads = NativeThreads.useOne();
    for (Share part : Share.of(sequence.batch, LEAST_ROWS)) {
      addPart(part, ways, waysBack);
    }
    NativeThreads.use(threads);
    this.forward = new PartRunner(ways);
    this.backward = new PartRunner(waysBack);
  }

  private void addPart(Share part, List<Runnable> ways, List<Runnable> waysBack) {
    RecurrentStep step = RecurrentStep.of(sequence.spec, part.count());
    SequenceMask mask =
        new SequenceMask(sequence.context.mask(0), part, sequence.time, sequence.units);
    SequenceBackward back =
        gradients == null ? null : new SequenceBackward(sequence, part, step, mask, gradients);
    ways.add(NativeThreads.alone(new SequenceForward(sequence, part, step, mask, back)));
    if (back != null) {
      waysBack.add(NativeThreads.alone(back));
    }
  }

  @Override
  public void forward() {
    input.forward();
    project.run();
    if (sequence.noise != null) {
      sequence.noise.draw();
    }
    sequence.states.prepare();
    forward.run();
  }

  @Override
  public void backward() {
    backward.run();
    sequence.states.finish();
    if (gradients != null) {
      gradients.run();
    }
  }
}
