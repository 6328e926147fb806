package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;

/**
 * The mask of what is made of several tensors, step by step: a step counts where it counts in one
 * of them, and so at all places if one of them has no mask. As Keras has it from 3.4 on.
 */
final class MergedMask {
  private MergedMask() {}

  /** What makes it of the masks of all that a kernel reads; nothing, if the result has none. */
  static List<Operation> of(KernelContext context) {
    int count = context.inputCount();
    boolean none = IntStream.range(0, count).allMatch(i -> context.mask(i) == null);
    if (!context.node().type().masked() || none) {
      return List.of(); // without a mask, or with one that is handed on from elsewhere
    }
    TapeOperations operations = new TapeOperations(context);
    List<Operation> all = new ArrayList<>();
    memory result = context.makeMask(); // (batch, time)
    long batch = context.outputShape()[0];
    // Zeros first, since a mask of a single step is repeated, and only the second of two may be.
    memory before = context.constant(0, batch, context.outputShape()[1]);
    for (int i = 0; i < count; i++) {
      memory mask = context.mask(i);
      memory next = mask == null ? context.constant(1, batch, 1) : mask;
      all.add(operations.combine(algorithm.binary_max, before, next, result, 1, false));
      before = result;
    }
    return all;
  }
}
