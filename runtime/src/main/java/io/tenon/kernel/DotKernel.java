package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Dot;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;
import java.util.stream.IntStream;

/** {@link Dot}: a product of matrices, sample by sample. */
final class DotKernel {
  private DotKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Dot.Spec> specType() {
      return Dot.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Dot.Spec spec = context.spec(Dot.Spec.class);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value left = matrix(context, spec, tape, inputs, 0); // (batch, m, k)
            Value right = matrix(context, spec, tape, inputs, 1); // (batch, n, k)
            return tape.product(left, tape.permute(right, 0, 2, 1)); // (batch, m, n)
          });
    }

    /** (batch, all other axes, the axis that is summed over). */
    private static Value matrix(
        KernelContext context, Dot.Spec spec, Tape tape, TapeInputs inputs, int index) {
      long[] shape = context.inputShape(index);
      int rank = shape.length;
      int axis =
          spec.axes().get(index) < 0 ? rank + spec.axes().get(index) : spec.axes().get(index);
      Value x = inputs.input(index);
      Value value = spec.normalize() ? Norms.unit(tape, x, axis) : x;
      int[] order = IntStream.range(0, rank).filter(i -> i != axis).toArray();
      int[] last = Arrays.copyOf(order, rank);
      last[rank - 1] = axis;
      Value turned = tape.permute(value, last);
      if (rank == 3) {
        return turned;
      }
      Value dense = turned.isDense() ? turned : tape.copy(turned);
      long elements = Arrays.stream(shape).reduce(1, Math::multiplyExact);
      return tape.reshape(dense, shape[0], elements / shape[0] / shape[axis], shape[axis]);
    }
  }
}
