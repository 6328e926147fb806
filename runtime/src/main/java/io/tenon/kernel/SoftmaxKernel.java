package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.Softmax;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.jspecify.annotations.Nullable;

/** {@link Softmax}, over rows, along any axis. */
final class SoftmaxKernel implements Kernel {
  private static final algorithm SOFTMAX = algorithm.softmax_accurate;

  private final KernelContext.Rows input;
  private final Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Softmax.Spec> specType() {
      return Softmax.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      int axis = Axes.of(context.spec(Softmax.Spec.class).axis(), context.outputShape());
      memory mask = context.mask(0);
      return mask == null || axis != 1
          ? new SoftmaxKernel(axis, context)
          : new TapeKernel(
              context, (tape, inputs) -> overSteps(context, mask, tape, inputs.input(0)));
    }

    /** Along the axis of time, by the steps that count. */
    private static Value overSteps(KernelContext context, memory mask, Tape tape, Value x) {
      int rank = x.sizes.length;
      long[] sizes = new long[rank]; // (batch, time, 1, ...)
      Arrays.fill(sizes, 2, rank, 1);
      System.arraycopy(x.sizes, 0, sizes, 0, 2);
      Value counts = tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes);
      Value hidden = tape.scale(tape.sum(tape.constant(1, sizes), counts, -1), Scores.UNSEEN);
      int[] there = IntStream.range(0, rank).map(i -> i == 0 ? 0 : i % (rank - 1) + 1).toArray();
      int[] back =
          IntStream.range(0, rank).map(i -> i == 0 ? 0 : (i + rank - 3) % (rank - 1) + 1).toArray();
      Value last = tape.copy(tape.permute(tape.sum(x, hidden, -1), there)); // (batch, ..., time)
      Value shares = tape.apply(ActivationFunction.SOFTMAX, last);
      return tape.times(tape.copy(tape.permute(shares, back)), counts);
    }
  }

  private SoftmaxKernel(int axis, KernelContext context) {
    long[] shape = context.outputShape();
    memory.desc rows = OneDnn.rows(shape);
    softmax_forward.primitive_desc description =
        new softmax_forward.primitive_desc(
            OneDnn.engine(), prop_kind.forward_training, SOFTMAX, rows, rows, axis);
    this.input = context.inputRows(0, shape);
    memory output = context.outputRows(shape);
    this.forward =
        context
            .operation(new softmax_forward(description))
            .with(DNNL_ARG_SRC, input.memory())
            .with(DNNL_ARG_DST, output);
    if (context.wantsInputGradient(0)) {
      inputGradient = context.inputGradientRows(0, shape);
      backward =
          context
              .operation(
                  new softmax_backward(
                      new softmax_backward.primitive_desc(
                          OneDnn.engine(), SOFTMAX, rows, rows, rows, axis, description)))
              .with(DNNL_ARG_DST, output)
              .with(DNNL_ARG_DIFF_DST, context.outputGradientRows(shape))
              .with(DNNL_ARG_DIFF_SRC, inputGradient.memory());
    }
  }

  @Override
  public void forward() {
    input.prepare();
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null && inputGradient != null) {
      backward.run();
      inputGradient.prepare();
    }
  }
}
