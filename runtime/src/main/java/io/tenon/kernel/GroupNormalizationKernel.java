package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.GroupNormalization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;

/**
 * {@link GroupNormalization}: (batch, space, groups, channels of a group), over space and group.
 */
final class GroupNormalizationKernel {
  private GroupNormalizationKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<GroupNormalization.Spec> specType() {
      return GroupNormalization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      GroupNormalization.Spec spec = context.spec(GroupNormalization.Spec.class);
      long[] shape = context.inputShape(0);
      long channels = shape[shape.length - 1];
      long groups = spec.groups() == -1 ? channels : spec.groups();
      long space = Arrays.stream(shape).reduce(1, Math::multiplyExact) / shape[0] / channels;
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0, shape[0], space, groups, channels / groups);
            Value normal = Norms.standard(tape, x, (float) spec.epsilon(), 1, 3);
            Value result = tape.reshape(normal, shape[0] * space, channels);
            if (spec.scale()) {
              result = tape.times(result, inputs.weight(0, 1, channels));
            }
            if (spec.center()) {
              result = tape.sum(result, inputs.weight(spec.scale() ? 1 : 0, 1, channels), 1);
            }
            return result;
          });
    }
  }
}
