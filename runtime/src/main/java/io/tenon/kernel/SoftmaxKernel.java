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

/** {@link Softmax}, over rows, along any axis; along several on a tape. */
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
      int[] axes = Axes.of(context.spec(Softmax.Spec.class).axis(), context.outputShape());
      memory mask = axes[0] == 1 ? context.mask(0) : null;
      return mask == null && axes.length == 1
          ? new SoftmaxKernel(axes[0], context)
          : new TapeKernel(
              context, (tape, inputs) -> along(context, axes, mask, tape, inputs.input(0)));
    }

    /** Along any axes, by the steps that count where a mask tells them. */
    private static Value along(
        KernelContext context, int[] axes, @Nullable memory mask, Tape tape, Value x) {
      if (mask == null) {
        return turned(axes, tape, x);
      }
      long[] sizes = Axes.only(new int[] {0, 1}, x.sizes); // (batch, time, 1, ...)
      Value counts = tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes);
      Value hidden = tape.scale(tape.sum(tape.constant(1, sizes), counts, -1), Scores.UNSEEN);
      Value shares = turned(axes, tape, tape.sum(x, hidden, -1));
      return tape.times(tape.copy(shares), counts);
    }

    /** With these axes as the last ones, which count as one. */
    private static Value turned(int[] axes, Tape tape, Value x) {
      int[] others =
          IntStream.range(0, x.sizes.length)
              .filter(axis -> Arrays.stream(axes).noneMatch(each -> each == axis))
              .toArray();
      int[] there = IntStream.concat(Arrays.stream(others), Arrays.stream(axes)).toArray();
      int[] back = new int[there.length];
      for (int place = 0; place < there.length; place++) {
        back[there[place]] = place;
      }
      Value last = tape.copy(tape.permute(x, there));
      long rows = Axes.elements(last.sizes, 0, others.length);
      long columns = Axes.elements(last.sizes, others.length, there.length);
      Value shares = tape.apply(ActivationFunction.SOFTMAX, tape.reshape(last, rows, columns));
      return tape.permute(tape.reshape(shares, last.sizes), back);
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
