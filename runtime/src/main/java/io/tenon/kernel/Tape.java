package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_0;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WEIGHTS;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * Matrix arithmetic, recorded while a plan is made: each operation writes down itself and how its
 * gradient goes back, so that layers made of many operations need no way back of their own. Running
 * it runs what was recorded.
 */
final class Tape {
  private final KernelContext context;
  private final boolean differentiates;
  private final List<Runnable> forward = new ArrayList<>();
  private final List<Runnable> recordBackward = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();

  private final Map<Long, memory> ones = new HashMap<>();

  Tape(KernelContext context) {
    this.context = context;
    this.differentiates = context.backward();
  }

  /** A matrix of its own. */
  Value matrix(long rows, long columns) {
    memory.desc layout = OneDnn.rows(rows, columns);
    memory gradient = differentiates ? context.scratch(layout) : null;
    return new Value(context.scratch(layout), gradient, rows, columns, columns);
  }

  /** A matrix that is there already, with the place of its gradient if that is wanted. */
  Value given(memory memory, @Nullable memory gradient, long rows, long columns) {
    return new Value(memory, gradient, rows, columns, columns);
  }

  /** A matrix whose gradient is there before the way back begins. */
  Value result(memory memory, @Nullable memory gradient, long rows, long columns) {
    Value value = given(memory, gradient, rows, columns);
    value.gradientBegun = true;
    return value;
  }

  /**
   * Part of a matrix: every {@code step}-th row from one on, and neighbouring columns. Each element
   * of a matrix may lie in one part only, and a matrix taken in parts is used in no other way.
   */
  Value part(Value of, long row, long step, long rows, long column, long columns) {
    long stride = of.stride * step;
    memory.desc layout = OneDnn.strided(new long[] {rows, columns}, new long[] {stride, 1});
    long start = row * of.stride + column;
    memory gradient = of.gradient == null ? null : context.seenAs(of.gradient, layout, start);
    Value part =
        new Value(context.seenAs(of.memory, layout, start), gradient, rows, columns, stride);
    part.gradientBegun = of.gradientBegun;
    return part;
  }

  /** result = left x right (+ result, if it adds). */
  void product(Value left, Value right, Value result, boolean adds) {
    forward.add(product(left.memory, right.memory, result.memory, adds));
    back(
        () -> {
          if (left.gradient != null) {
            // (rows, n) x (n, inner) = (rows, inner)
            memory turned = transposed(right.memory, right);
            backward.add(product(gradient(result), turned, left.gradient, begun(left)));
          }
          if (right.gradient != null) {
            // (inner, rows) x (rows, n) = (inner, n)
            memory turned = transposed(left.memory, left);
            backward.add(product(turned, gradient(result), right.gradient, begun(right)));
          }
        });
  }

  /** result = each row of a matrix + a row. */
  void addRow(Value matrix, Value row, Value result) {
    forward.add(combine(algorithm.binary_add, matrix.memory, row.memory, result.memory, 1, false));
    back(
        () -> {
          if (row.gradient != null) {
            memory ones = ones(matrix.rows);
            backward.add(product(ones, gradient(result), row.gradient, begun(row)));
          }
          if (matrix.gradient != null && matrix != result) {
            add(gradient(result), 1, matrix);
          }
        });
  }

  /** left + factor * right. */
  Value sum(Value left, Value right, float factor) {
    Value result = matrix(left.rows, left.columns);
    algorithm how = factor < 0 ? algorithm.binary_sub : algorithm.binary_add;
    forward.add(combine(how, left.memory, right.memory, result.memory, 1, false));
    back(
        () -> {
          add(gradient(result), 1, left);
          add(gradient(result), factor, right);
        });
    return result;
  }

  /** The product, element by element. */
  Value times(Value left, Value right) {
    Value result = matrix(left.rows, left.columns);
    timesInto(left, right, result);
    return result;
  }

  /** result = the product, element by element. */
  void timesInto(Value left, Value right, Value result) {
    forward.add(combine(algorithm.binary_mul, left.memory, right.memory, result.memory, 1, false));
    back(
        () -> {
          multiply(gradient(result), right.memory, left);
          multiply(gradient(result), left.memory, right);
        });
  }

  /** A function of each element, or of each row for softmax, in a matrix of its own. */
  Value apply(ActivationFunction function, Value value) {
    Value result = matrix(value.rows, value.columns);
    memory source = value.memory;
    if (value.stride != value.columns) {
      source = context.scratch(OneDnn.rows(value.rows, value.columns));
      forward.add(context.reorder(value.memory, source));
    }
    ActivationStage stage =
        ActivationStage.within(context, function, source, result.memory, result.gradient);
    forward.add(stage::forward);
    back(
        () -> {
          backward.add(stage::backward);
          add(gradient(result), 1, value);
        });
    return result;
  }

  /** Copies a matrix into a part of another. */
  void copy(Value from, Value to) {
    forward.add(context.reorder(from.memory, to.memory));
    back(() -> add(gradient(to), 1, from));
  }

  /** Ends the recording. */
  void finish() {
    Collections.reverse(recordBackward);
    recordBackward.forEach(Runnable::run);
    recordBackward.clear();
  }

  /** Runs what was recorded. */
  void runForward() {
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
  }

  /** Runs the way back. */
  void runBackward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
  }

  private void back(Runnable record) {
    if (differentiates) {
      recordBackward.add(record);
    }
  }

  /** (1, count) ones, made once. */
  private memory ones(long count) {
    return ones.computeIfAbsent(count, key -> context.constant(1, 1, key));
  }

  private static memory gradient(Value value) {
    return Objects.requireNonNull(value.gradient);
  }

  private static boolean begun(Value value) {
    boolean begun = value.gradientBegun;
    value.gradientBegun = true;
    return begun;
  }

  private void add(memory gradient, float factor, Value to) {
    if (to.gradient != null) {
      memory one = ones(1);
      backward.add(combine(algorithm.binary_mul, gradient, one, to.gradient, factor, begun(to)));
    }
  }

  private void multiply(memory gradient, memory factor, Value to) {
    if (to.gradient != null) {
      backward.add(combine(algorithm.binary_mul, gradient, factor, to.gradient, 1, begun(to)));
    }
  }

  private memory transposed(memory of, Value value) {
    long[] sizes = {value.columns, value.rows};
    return context.seenAs(of, OneDnn.strided(sizes, new long[] {1, value.stride}));
  }

  private Operation product(memory left, memory right, memory result, boolean adds) {
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

  private Operation combine(
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
}
