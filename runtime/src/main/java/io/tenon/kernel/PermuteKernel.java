package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Permute;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** {@link Permute}: one reordering each way. */
final class PermuteKernel implements Kernel {
  private final KernelContext.Rows input;
  private final Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Permute.Spec> specType() {
      return Permute.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new PermuteKernel(context.spec(Permute.Spec.class), context);
    }
  }

  private PermuteKernel(Permute.Spec spec, KernelContext context) {
    long[] from = context.inputShape(0);
    long[] to = context.outputShape();
    memory.desc turned = OneDnn.strided(to, turn(OneDnn.rowMajorStrides(from), spec.dims()));
    this.input = context.inputRows(0, from);
    this.forward = context.reorder(context.seenAs(input.memory(), turned), context.outputRows(to));
    if (context.wantsInputGradient(0)) {
      inputGradient = context.inputGradientRows(0, from);
      backward =
          context.reorder(
              context.outputGradientRows(to), context.seenAs(inputGradient.memory(), turned));
    }
  }

  /** Strides of the axes in their new order; the batch stays first. */
  private static long[] turn(long[] strides, List<Integer> dims) {
    long[] turned = strides.clone();
    for (int i = 0; i < dims.size(); i++) {
      turned[i + 1] = strides[dims.get(i)];
    }
    return turned;
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
