package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reduction;

/** The primitives that a {@link Tape} is made of. */
final class TapeOperations {
  private final KernelContext context;

  TapeOperations(KernelContext context) {
    this.context = context;
  }

  /** result = left x right (+ result, if it adds). */
  Operation product(memory left, memory right, memory result, boolean adds) {
    primitive_attr attributes = new primitive_attr();
    if (adds) {
      post_ops after = new post_ops();
      after.append_sum();
      attributes.set_post_ops(after);
    }
    matmul.primitive_desc description =
        new matmul.primitive_desc(
            OneDnn.engine(),
            left.get_desc(),
            right.get_desc(),
            result.get_desc(),
            attributes,
            false);
    return context
        .operation(new matmul(description))
        .with(DNNL_ARG_SRC, left)
        .with(DNNL_ARG_WEIGHTS, right)
        .with(DNNL_ARG_DST, result);
  }

  /** result = factor * (left (how) right) (+ result, if it adds). */
  Operation combine(
      algorithm how, memory left, memory right, memory result, float factor, boolean adds) {
    primitive_attr attributes = new primitive_attr();
    post_ops after = new post_ops();
    if (factor != 1) {
      after.append_eltwise(algorithm.eltwise_linear, factor, 0);
    }
    if (adds) {
      after.append_sum();
    }
    attributes.set_post_ops(after);
    binary.primitive_desc description =
        new binary.primitive_desc(
            OneDnn.engine(),
            how,
            left.get_desc(),
            right.get_desc(),
            result.get_desc(),
            attributes,
            false);
    return context
        .operation(new binary(description))
        .with(DNNL_ARG_SRC_0, left)
        .with(DNNL_ARG_SRC_1, right)
        .with(DNNL_ARG_DST, result);
  }

  /** result = left - right. */
  Operation difference(memory left, memory right, memory result) {
    return combine(algorithm.binary_sub, left, right, result, 1, false);
  }

  /** The sum along the axes that have size 1 in the result. */
  Operation total(memory from, memory to) {
    if (Arrays.equals(OneDnn.sizes(from.get_desc()), OneDnn.sizes(to.get_desc()))) {
      return context.reorder(from, to); // oneDNN refuses to sum along axes of size 1 alone
    }
    reduction.primitive_desc description =
        new reduction.primitive_desc(
            OneDnn.engine(), algorithm.reduction_sum, from.get_desc(), to.get_desc(), 0, 0);
    return context
        .operation(new reduction(description))
        .with(DNNL_ARG_SRC, from)
        .with(DNNL_ARG_DST, to);
  }

  /** Sets all to 0. */
  Operation zero(memory of, long... sizes) {
    long[] one = new long[sizes.length];
    Arrays.fill(one, 1);
    memory zeros = context.constant(0, sizes);
    return combine(algorithm.binary_mul, zeros, context.constant(1, one), of, 1, false);
  }
}
