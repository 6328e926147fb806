package io.tenon.kernel;

import io.tenon.layer.MergeSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Products, maxima and minima of tensors with masks, of which a step that does not count takes no
 * part: a product has 1 in its place, and is 0 where none counts; a maximum or minimum is that of
 * the others, and that of the first where none counts. As Keras has it from 3.4 on.
 */
final class MaskedMerge {
  private final KernelContext context;
  private final Tape tape;
  private final TapeOperations operations;
  private final long[] shape;

  private MaskedMerge(KernelContext context, Tape tape) {
    this.context = context;
    this.tape = tape;
    this.operations = new TapeOperations(context);
    this.shape = context.outputShape();
  }

  /** Whether masks change what is made of the tensors: of sums and means they do not. */
  static boolean applies(MergeSpec.Operation operation, KernelContext context) {
    boolean leavesOut =
        switch (operation) {
          case ADD, SUBTRACT, AVERAGE -> false;
          case MULTIPLY, MAXIMUM, MINIMUM -> true;
        };
    return leavesOut
        && IntStream.range(0, context.inputCount()).anyMatch(i -> context.mask(i) != null);
  }

  static Kernel of(MergeSpec.Operation operation, KernelContext context) {
    return new TapeKernel(
        context, (tape, inputs) -> new MaskedMerge(context, tape).record(operation, inputs));
  }

  private Value record(MergeSpec.Operation operation, TapeInputs inputs) {
    MergedMask.of(context).forEach(tape::run);
    Value result = whole(inputs, 0);
    Value counts = counts(0);
    if (operation == MergeSpec.Operation.MULTIPLY) {
      result = counts == null ? result : choose(counts, result, one());
    }
    for (int i = 1; i < context.inputCount(); i++) {
      Value next = whole(inputs, i);
      Value nextCounts = counts(i);
      if (operation == MergeSpec.Operation.MULTIPLY) {
        Value factor = nextCounts == null ? next : choose(nextCounts, next, one());
        result = tape.times(result, factor);
      } else {
        Value other = nextCounts == null ? next : choose(nextCounts, next, result);
        Value before = counts == null ? result : choose(counts, result, other);
        result = choose(compared(operation, before, other), before, other);
      }
      counts = counts == null || nextCounts == null ? null : either(counts, nextCounts);
    }
    return counts != null && operation == MergeSpec.Operation.MULTIPLY
        ? tape.times(result, counts)
        : result;
  }

  /** What it reads, repeated along axes of size 1. */
  private Value whole(TapeInputs inputs, int index) {
    long[] sizes = MergeKernel.aligned(context.inputShape(index), shape.length);
    Value value = inputs.input(index, sizes);
    return Arrays.equals(sizes, shape) ? value : tape.sum(tape.constant(0, shape), value, 1);
  }

  /** 1 where a step of what it reads counts, else 0; with axes of size 1 behind. */
  private @Nullable Value counts(int index) {
    memory mask = context.mask(index);
    if (mask == null) {
      return null;
    }
    long[] own = context.inputShape(index);
    long[] sizes = new long[shape.length];
    Arrays.fill(sizes, 1);
    sizes[0] = own[0];
    sizes[shape.length - own.length + 1] = own[1];
    Value counts = tape.given(context.seenAs(mask, OneDnn.rows(sizes)), null, sizes);
    long[] all = sizes.clone();
    all[1] = shape[1];
    return either(tape.constant(0, all), counts);
  }

  /** The larger of two masks. */
  private Value either(Value left, Value right) {
    return combined(algorithm.binary_max, left, right);
  }

  /** 1 where the first of two is to be taken, else 0. */
  private Value compared(MergeSpec.Operation operation, Value left, Value right) {
    boolean larger = operation == MergeSpec.Operation.MAXIMUM;
    return combined(larger ? algorithm.binary_ge : algorithm.binary_le, left, right);
  }

  /** One value where a mask is 1, the other where it is 0. */
  private Value choose(Value counts, Value counting, Value other) {
    Value missing = combined(algorithm.binary_sub, tape.constant(1, counts.sizes), counts);
    return tape.sum(tape.times(counting, counts), tape.times(other, missing), 1);
  }

  private Value combined(algorithm how, Value left, Value right) {
    memory result = context.scratch(OneDnn.rows(left.sizes));
    tape.run(operations.combine(how, left.memory, right.memory, result, 1, false));
    return tape.given(result, null, left.sizes);
  }

  private Value one() {
    return tape.constant(1, shape);
  }
}
