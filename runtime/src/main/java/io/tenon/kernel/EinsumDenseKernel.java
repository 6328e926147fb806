package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.EinsumDense;
import io.tenon.layer.EinsumEquation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;

/** {@link EinsumDense}: one product of matrices, the axes brought into its order and back. */
final class EinsumDenseKernel {
  private EinsumDenseKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<EinsumDense.Spec> specType() {
      return EinsumDense.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      EinsumDense.Spec spec = context.spec(EinsumDense.Spec.class);
      EinsumEquation axes = spec.equation(context.inputShape(0).length);
      return new TapeKernel(
          context, (tape, inputs) -> new Product(context, spec, axes, tape, inputs).record());
    }
  }

  private record Product(
      KernelContext context,
      EinsumDense.Spec spec,
      EinsumEquation axes,
      Tape tape,
      TapeInputs inputs) {

    Value record() {
      String each = letters(true, true); // in all three
      String rows = letters(false, true);
      String summed = letters(true, false);
      String alone = letters(false, false);
      String columns = axes.kernel().replaceAll("[" + axes.input() + "]", "");
      Value x = ordered(withoutAlone(alone), axes.input(), each + rows + summed + alone);
      Value kernel =
          ordered(inputs.weight(0, sizes(axes.kernel())), axes.kernel(), each + summed + columns);
      Value product =
          tape.product(
              tape.reshape(x, size(each), size(rows), size(summed)),
              tape.reshape(kernel, size(each), size(summed), size(columns)));
      String given = each + rows + columns;
      Value result = ordered(tape.reshape(product, sizes(given)), given, axes.output());
      if (!spec.biasAxes().isEmpty()) {
        result = tape.sum(result, inputs.weight(1, biasSizes()), 1);
      }
      return tape.applyLast(spec.activation(), result);
    }

    /** The letters of the input that the others have or have not. */
    private String letters(boolean inKernel, boolean inOutput) {
      StringBuilder letters = new StringBuilder();
      for (char letter : axes.input().toCharArray()) {
        if (axes.kernel().indexOf(letter) >= 0 == inKernel
            && axes.output().indexOf(letter) >= 0 == inOutput) {
          letters.append(letter);
        }
      }
      return letters.toString();
    }

    /** The input, summed along the axes that nothing else has, which stay with size 1. */
    private Value withoutAlone(String alone) {
      Value x = inputs.input(0);
      int[] summed = alone.chars().map(axes.input()::indexOf).toArray();
      return summed.length == 0 ? x : tape.total(x, 1, summed);
    }

    /** With its axes in another order, one element after the other. */
    private Value ordered(Value of, String from, String to) {
      int[] order = to.chars().map(from::indexOf).toArray();
      Value turned = tape.permute(of, order);
      return turned.isDense() ? turned : tape.copy(turned);
    }

    private long[] sizes(String letters) {
      return letters.chars().mapToLong(letter -> size((char) letter)).toArray();
    }

    private long size(String letters) {
      return Arrays.stream(sizes(letters)).reduce(1, Math::multiplyExact);
    }

    private long size(char letter) {
      int read = axes.input().indexOf(letter);
      return read >= 0
          ? context.inputShape(0)[read]
          : context.outputShape()[axes.output().indexOf(letter)];
    }

    /** The bias over all axes of the result. */
    private long[] biasSizes() {
      return axes.output()
          .chars()
          .mapToLong(letter -> spec.biasAxes().indexOf(letter) >= 0 ? size((char) letter) : 1)
          .toArray();
    }
  }
}
