package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.Padding;
import io.tenon.layer.GlobalPoolingSpec;
import io.tenon.layer.MaskUse;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.bytedeco.dnnl.memory;

/** Poolings over all of the space: a {@link PoolingKernel} with one window. */
final class GlobalPoolingKernel {
  private GlobalPoolingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<GlobalPoolingSpec> specType() {
      return GlobalPoolingSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      GlobalPoolingSpec spec = context.spec(GlobalPoolingSpec.class);
      memory mask = spec.maskUse() == MaskUse.USES ? context.mask(0) : null;
      if (mask != null) {
        return new TapeKernel(
            context, (tape, inputs) -> meanOfCounting(context, tape, inputs.input(0), mask));
      }
      long[] input = context.inputShape(0); // (batch, space, channels)
      int spatial = input.length - 2;
      List<Integer> all =
          Arrays.stream(input, 1, input.length - 1).mapToObj(Math::toIntExact).toList();
      long[] pooled = input.clone(); // (batch, 1, ..., channels)
      Arrays.fill(pooled, 1, input.length - 1, 1);
      List<Integer> neighbours = Collections.nCopies(spatial, 1);
      WindowSizes window = WindowSizes.of(input, pooled, all, all, neighbours, Padding.VALID);
      long[] sizes = new long[input.length]; // (batch, channels, 1, ...)
      Arrays.fill(sizes, 1);
      sizes[0] = input[0];
      sizes[1] = input[input.length - 1];
      return new PoolingKernel(context, spec.kind(), window, sizes);
    }

    /** The mean over the steps that count. */
    private static Value meanOfCounting(KernelContext context, Tape tape, Value x, memory mask) {
      long[] sizes = {x.sizes[0], x.sizes[1], 1};
      Value counts = tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes);
      Value sum = tape.total(tape.times(x, counts), 1, 1); // (batch, 1, channels)
      return tape.times(sum, Norms.power(tape, tape.total(counts, 1, 1), -1));
    }
  }
}
