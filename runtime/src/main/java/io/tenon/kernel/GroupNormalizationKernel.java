package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.GroupNormalization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/**
 * {@link GroupNormalization}: (batch, axes before, groups, channels of a group, axes after), over
 * all but batch and groups.
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
      int axis = Axes.of(spec.axis(), shape);
      long channels = shape[axis];
      long groups = spec.groups() == -1 ? channels : spec.groups();
      long before = Axes.elements(shape, 1, axis);
      long after = Axes.elements(shape, axis + 1, shape.length);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0, shape[0], before, groups, channels / groups, after);
            Value normal = Norms.standard(tape, x, (float) spec.epsilon(), 1, 3, 4);
            Value result = tape.reshape(normal, shape[0] * before, channels, after);
            if (spec.scale()) {
              result = tape.times(result, inputs.weight(0, 1, channels, 1));
            }
            if (spec.center()) {
              result = tape.sum(result, inputs.weight(spec.scale() ? 1 : 0, 1, channels, 1), 1);
            }
            return result;
          });
    }
  }
}
