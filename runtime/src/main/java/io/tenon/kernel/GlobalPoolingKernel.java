package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.Padding;
import io.tenon.layer.GlobalPoolingSpec;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
  }
}
