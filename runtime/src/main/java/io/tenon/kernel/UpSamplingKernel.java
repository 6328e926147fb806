package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.UpSampling2D;
import io.tenon.layer.UpSamplingSpec;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.List;

/** Upsamplings; by the nearest element, each spatial axis is repeated in turn. */
final class UpSamplingKernel {
  private UpSamplingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<UpSamplingSpec> specType() {
      return UpSamplingSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      UpSamplingSpec spec = context.spec(UpSamplingSpec.class);
      if (spec instanceof UpSampling2D.Spec image && !spec.repeats()) {
        return switch (image.interpolation()) {
          case BILINEAR -> new BilinearKernel(context);
          default ->
              new TapeKernel(
                  context,
                  (tape, inputs) ->
                      Interpolation.of(image.interpolation())
                          .enlarge(context, tape, inputs.input(0), context.outputShape()));
        };
      }
      List<Integer> sizes = spec.size();
      long[] input = context.inputShape(0); // (batch, space, channels)
      long[] output = context.outputShape();
      List<Repetition> stages = new ArrayList<>();
      long outer = input[0];
      for (int i = 0; i < sizes.size(); i++) {
        // Axes before this one have their new sizes, those after it still the old ones.
        outer *= input[i + 1];
        long inner = 1;
        for (int j = i + 2; j < input.length; j++) {
          inner *= input[j];
        }
        if (sizes.get(i) > 1) {
          stages.add(new Repetition(context, outer, sizes.get(i), inner));
        }
        outer = outer / input[i + 1] * output[i + 1];
      }
      return stages.isEmpty() ? new PassKernel(context) : new RepetitionKernel(context, stages);
    }
  }
}
