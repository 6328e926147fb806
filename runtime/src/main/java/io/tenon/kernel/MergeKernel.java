package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.MergeSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;

/**
 * Merges element by element, over rows: a chain of binary operations forward. Backward each input
 * has the gradient times what the others make of it, summed over the axes along which it was
 * repeated.
 */
final class MergeKernel implements Kernel {
  private final KernelContext context;
  private final TapeOperations operations;
  private final List<KernelContext.Rows> inputs = new ArrayList<>();
  private final List<Operation> forward = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();
  private final long[] shape;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<MergeSpec> specType() {
      return MergeSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      MergeSpec.Operation operation = context.spec(MergeSpec.class).operation();
      return MaskedMerge.applies(operation, context)
          ? MaskedMerge.of(operation, context)
          : new MergeKernel(context, operation);
    }
  }

  private MergeKernel(KernelContext context, MergeSpec.Operation operation) {
    this.context = context;
    this.operations = new TapeOperations(context);
    this.shape = context.outputShape();
    int count = context.inputCount();
    for (int i = 0; i < count; i++) {
      inputs.add(context.inputRows(i, inputShape(i)));
    }
    memory output = context.outputRows(shape);
    memory first = inputs.get(0).memory();
    if (!Arrays.equals(inputShape(0), shape)) {
      // Only the second of two may be repeated: begin with zeros of the full shape.
      forward.add(combine(algorithm.binary_add, context.constant(0, shape), first, output, 1));
      first = output;
    }
    for (int i = 1; i < count; i++) {
      float scale = operation == MergeSpec.Operation.AVERAGE && i == count - 1 ? 1f / count : 1;
      forward.add(combine(algorithm(operation), first, inputs.get(i).memory(), output, scale));
      first = output;
    }
    forward.addAll(MergedMask.of(context));
    if (context.backward()) {
      memory gradient = context.outputGradientRows(shape);
      for (int i = 0; i < count; i++) {
        if (context.wantsInputGradient(i)) {
          differentiate(operation, i, output, gradient);
        }
      }
    }
  }

  private long[] inputShape(int index) {
    return aligned(context.inputShape(index), shape.length);
  }

  /** A shape with axes of size 1 behind the batch axis, as many as it lacks. */
  static long[] aligned(long[] shape, int rank) {
    long[] aligned = new long[rank];
    Arrays.fill(aligned, 1);
    aligned[0] = shape[0];
    System.arraycopy(shape, 1, aligned, rank - shape.length + 1, shape.length - 1);
    return aligned;
  }

  private static algorithm algorithm(MergeSpec.Operation operation) {
    return switch (operation) {
      case ADD, AVERAGE -> algorithm.binary_add;
      case SUBTRACT -> algorithm.binary_sub;
      case MULTIPLY -> algorithm.binary_mul;
      case MAXIMUM -> algorithm.binary_max;
      case MINIMUM -> algorithm.binary_min;
    };
  }

  private void differentiate(
      MergeSpec.Operation operation, int index, memory output, memory gradient) {
    KernelContext.Rows target = context.inputGradientRows(index, inputShape(index));
    boolean repeated = !Arrays.equals(inputShape(index), shape);
    memory full = repeated ? context.backwardScratch(OneDnn.rows(shape)) : target.memory();
    memory input = inputs.get(index).memory();
    switch (operation) {
      case ADD -> backward.add(scaled(gradient, 1, full));
      case SUBTRACT -> backward.add(scaled(gradient, index == 0 ? 1 : -1, full));
      case AVERAGE -> backward.add(scaled(gradient, 1f / inputs.size(), full));
      case MULTIPLY -> {
        memory product = gradient;
        for (int other = 0; other < inputs.size(); other++) {
          if (other != index) {
            memory factor = inputs.get(other).memory();
            backward.add(combine(algorithm.binary_mul, product, factor, full, 1));
            product = full;
          }
        }
      }
      case MAXIMUM, MINIMUM -> {
        // 1 where this input is what came out, else 0
        algorithm chosen =
            operation == MergeSpec.Operation.MAXIMUM ? algorithm.binary_le : algorithm.binary_ge;
        memory mask = context.backwardScratch(OneDnn.rows(shape));
        backward.add(combine(chosen, output, input, mask, 1));
        backward.add(combine(algorithm.binary_mul, mask, gradient, full, 1));
      }
    }
    if (repeated) {
      backward.add(operations.total(full, target.memory()));
    }
    backward.add(target::prepare);
  }

  private static long[] ones(int count) {
    long[] sizes = new long[count];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  private Operation scaled(memory from, float factor, memory to) {
    memory one = context.constant(1, ones(shape.length));
    return combine(algorithm.binary_mul, from, one, to, factor);
  }

  private Operation combine(algorithm how, memory left, memory right, memory result, float scale) {
    return operations.combine(how, left, right, result, scale, false);
  }

  @Override
  public void forward() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).prepare();
    }
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
  }
}
