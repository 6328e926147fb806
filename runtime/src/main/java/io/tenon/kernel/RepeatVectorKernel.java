package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.RepeatVector;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;

/** {@link RepeatVector}: (batch, features) becomes (batch, n, features). */
final class RepeatVectorKernel {
  private RepeatVectorKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<RepeatVector.Spec> specType() {
      return RepeatVector.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      int times = context.spec(RepeatVector.Spec.class).n();
      long[] shape = context.inputShape(0);
      if (times == 1) {
        return new SameRowsKernel(context);
      }
      return new RepetitionKernel(
          context, List.of(new Repetition(context, shape[0], times, shape[1])));
    }
  }
}
