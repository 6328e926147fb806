package io.tenon.onednn;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;

/**
 * A formula over flat buffers as one primitive: a product or a comparison of two, then one function
 * after the other on the result, in one pass over the memory.
 *
 * <pre>{@code
 * // moment = 0.9 * moment + 0.1 * gradient
 * new Pointwise(gradient, one).scale(0.1f).addTo(moment, 0.9f)
 * }</pre>
 */
public final class Pointwise {
  private final algorithm first;
  private final memory left;
  private final memory right;
  private final post_ops after = new post_ops();
  private final List<memory> factors = new ArrayList<>();
  private final List<Integer> positions = new ArrayList<>();

  /** Begins with {@code left * right}; right may be a single number for all. */
  public Pointwise(memory left, memory right) {
    this(algorithm.binary_mul, left, right);
  }

  private Pointwise(algorithm first, memory left, memory right) {
    this.first = first;
    this.left = left;
    this.right = right;
  }

  /** Begins with 1 where left is greater than right, and 0 elsewhere. */
  public static Pointwise greater(memory left, memory right) {
    return new Pointwise(algorithm.binary_gt, left, right);
  }

  /** Multiplies by a number fixed in the formula. */
  public Pointwise scale(float factor) {
    return linear(factor, 0);
  }

  /** factor * x + offset. */
  public Pointwise linear(float factor, float offset) {
    after.append_eltwise(algorithm.eltwise_linear, factor, offset);
    return this;
  }

  /** The square root. */
  public Pointwise squareRoot() {
    after.append_eltwise(algorithm.eltwise_sqrt, 0, 0);
    return this;
  }

  /** 1 / x. */
  public Pointwise reciprocal() {
    after.append_eltwise(algorithm.eltwise_pow, 1, -1);
    return this;
  }

  /** Multiplies by a buffer, or by a number in memory, which may change between runs. */
  public Pointwise times(memory factor) {
    positions.add(after.len());
    factors.add(factor);
    after.append_binary(algorithm.binary_mul, factor.get_desc());
    return this;
  }

  /** The operation that writes the result: {@code target = kept * target + result}. */
  public Operation addTo(memory target, float kept) {
    after.append_sum(kept, 0, memory.data_type.undef);
    return into(target);
  }

  /** The operation that writes the result. */
  public Operation into(memory target) {
    primitive_attr attributes = new primitive_attr();
    attributes.set_post_ops(after);
    binary.primitive_desc description =
        new binary.primitive_desc(
            OneDnn.engine(),
            first,
            left.get_desc(),
            right.get_desc(),
            target.get_desc(),
            attributes,
            false);
    Operation operation =
        new Operation(new binary(description))
            .with(DNNL_ARG_SRC_0, left)
            .with(DNNL_ARG_SRC_1, right)
            .with(DNNL_ARG_DST, target);
    for (int i = 0; i < factors.size(); i++) {
      int argument = DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (positions.get(i) + 1);
      operation.with(argument | DNNL_ARG_SRC_1, factors.get(i));
    }
    return operation;
  }
}
