package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Array arithmetic, recorded while a plan is made: each operation writes down itself and how its
 * gradient goes back, so that layers made of many operations need no way back of their own. Running
 * it runs what was recorded.
 */
final class Tape {
  private final KernelContext context;
  private final TapeOperations operations;
  private final boolean differentiates;
  private final List<Runnable> forward = new ArrayList<>();
  private final List<Runnable> recordBackward = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();
  private final List<Runnable> beforeBackward = new ArrayList<>();
  private final Map<List<Long>, memory> ones = new HashMap<>();

  Tape(KernelContext context) {
    this.context = context;
    this.operations = new TapeOperations(context);
    this.differentiates = context.backward();
  }

  /** An array of its own. */
  Value array(long... sizes) {
    memory.desc layout = OneDnn.rows(sizes);
    memory gradient = differentiates ? context.scratch(layout) : null;
    return given(context.scratch(layout), gradient, sizes);
  }

  /** An array that is there already, with the place of its gradient if that is wanted. */
  Value given(memory memory, @Nullable memory gradient, long... sizes) {
    return new Value(memory, gradient, sizes, OneDnn.rowMajorStrides(sizes));
  }

  /** An array whose gradient, if there is one, is there before the way back begins. */
  Value result(memory memory, @Nullable memory gradient, long... sizes) {
    Value value = given(memory, gradient, sizes);
    if (gradient != null) {
      value.beginGradient();
    }
    return value;
  }

  /** An array that never changes. */
  Value constant(float number, long... sizes) {
    return given(context.constant(number, sizes), null, sizes);
  }

  /**
   * Part of an array. Each element may lie in one part only, and an array taken in parts is used in
   * no other way.
   */
  Value view(Value of, long start, long[] sizes, long[] strides) {
    memory.desc layout = OneDnn.strided(sizes, strides);
    memory gradient = of.gradient == null ? null : context.seenAs(of.gradient, layout, start);
    return of.part(context.seenAs(of.memory, layout, start), gradient, sizes, strides);
  }

  /** All of a dense array under other axes. */
  Value reshape(Value of, long... sizes) {
    if (!of.isDense()) {
      throw new IllegalArgumentException("only dense arrays can be reshaped");
    }
    return seenAs(of, sizes, OneDnn.rowMajorStrides(sizes));
  }

  /** All of an array with its axes in another order. */
  Value permute(Value of, int... order) {
    long[] sizes = new long[order.length];
    long[] strides = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      sizes[i] = of.sizes[order[i]];
      strides[i] = of.strides[order[i]];
    }
    return seenAs(of, sizes, strides);
  }

  private Value seenAs(Value of, long[] sizes, long[] strides) {
    memory.desc layout = OneDnn.strided(sizes, strides);
    memory gradient = of.gradient == null ? null : context.seenAs(of.gradient, layout);
    return of.seenAs(context.seenAs(of.memory, layout), gradient, sizes, strides);
  }

  /** A copy whose elements lie one after the other. */
  Value copy(Value of) {
    Value copy = array(of.sizes);
    copy(of, copy);
    return copy;
  }

  /** Part of a matrix: every {@code step}-th row from one on, and neighbouring columns. */
  Value part(Value of, long row, long step, long rows, long column, long columns) {
    return view(
        of,
        row * of.stride() + column,
        new long[] {rows, columns},
        new long[] {of.stride() * step, 1});
  }

  /** Neighbouring columns of a matrix. */
  Value columns(Value of, long first, long count) {
    return part(of, 0, 1, of.rows(), first, count);
  }

  /** (..., n, k) x (..., k, m) = (..., n, m). */
  Value product(Value left, Value right) {
    long[] sizes = left.sizes.clone();
    sizes[sizes.length - 1] = right.columns();
    Value result = array(sizes);
    productInto(left, right, result);
    return result;
  }

  /** result = left x right. */
  void productInto(Value left, Value right, Value result) {
    forward.add(operations.product(left.memory, right.memory, result.memory, false));
    back(
        result,
        gradient -> {
          if (left.gradient != null) {
            // (rows, n) x (n, inner) = (rows, inner)
            memory turned = transposed(right.memory, right);
            backward.add(operations.product(gradient, turned, left.gradient, left.beginGradient()));
          }
          if (right.gradient != null) {
            // (inner, rows) x (rows, n) = (inner, n)
            memory turned = transposed(left.memory, left);
            backward.add(
                operations.product(turned, gradient, right.gradient, right.beginGradient()));
          }
        });
  }

  /** left + factor * right; axes of size 1 of the right one are repeated. */
  Value sum(Value left, Value right, float factor) {
    Value result = array(left.sizes);
    algorithm how = factor < 0 ? algorithm.binary_sub : algorithm.binary_add;
    forward.add(operations.combine(how, left.memory, right.memory, result.memory, 1, false));
    back(
        result,
        gradient -> {
          add(gradient, result.sizes, 1, left);
          add(gradient, result.sizes, factor, right);
        });
    return result;
  }

  /** The product, element by element; axes of size 1 of the right one are repeated. */
  Value times(Value left, Value right) {
    Value result = array(left.sizes);
    forward.add(
        operations.combine(
            algorithm.binary_mul, left.memory, right.memory, result.memory, 1, false));
    back(
        result,
        gradient -> {
          multiply(gradient, right.memory, left);
          if (right.gradient != null && Arrays.equals(left.sizes, right.sizes)) {
            multiply(gradient, left.memory, right);
          } else if (right.gradient != null) {
            memory full = context.backwardScratch(OneDnn.rows(left.sizes));
            backward.add(
                operations.combine(algorithm.binary_mul, gradient, left.memory, full, 1, false));
            add(full, left.sizes, 1, right);
          }
        });
    return result;
  }

  /** Each element times a number. */
  Value scale(Value value, float factor) {
    Value result = array(value.sizes);
    forward.add(
        operations.combine(
            algorithm.binary_mul, value.memory, one(value), result.memory, factor, false));
    back(result, gradient -> add(gradient, result.sizes, factor, value));
    return result;
  }

  /** Sums along axes, which stay with size 1, times a number. */
  Value total(Value value, float factor, int... axes) {
    long[] sizes = value.sizes.clone();
    for (int axis : axes) {
      sizes[axis] = 1;
    }
    Value result = array(sizes);
    forward.add(operations.total(value.memory, result.memory));
    if (factor != 1) {
      memory all = result.memory;
      forward.add(operations.combine(algorithm.binary_mul, all, one(result), all, factor, false));
    }
    back(
        result,
        gradient -> {
          if (value.gradient != null) {
            memory ones = ones(value.sizes);
            backward.add(
                operations.combine(
                    algorithm.binary_mul,
                    ones,
                    gradient,
                    value.gradient,
                    factor,
                    value.beginGradient()));
          }
        });
    return result;
  }

  /** A function of each element, or of each row for softmax, in an array of its own. */
  Value apply(ActivationFunction function, Value value) {
    long rows = Arrays.stream(value.sizes).reduce(1, Math::multiplyExact) / value.columns();
    memory source = dense(value);
    Value result = array(value.sizes);
    memory.desc matrix = OneDnn.rows(rows, value.columns());
    memory gradient = result.gradient == null ? null : context.seenAs(result.gradient, matrix);
    ActivationStage stage =
        ActivationStage.within(
            context,
            function,
            context.seenAs(source, matrix),
            context.seenAs(result.memory, matrix),
            gradient);
    forward.add(stage::forward);
    back(
        result,
        whole -> {
          backward.add(stage::backward);
          add(whole, result.sizes, 1, value);
        });
    return result;
  }

  /** A function of each element, as oneDNN has it. */
  Value apply(Elementwise function, Value value) {
    memory source = dense(value);
    Value result = array(value.sizes);
    forward.add(function.forward(context, source, result.memory));
    back(
        result,
        gradient -> {
          backward.add(function.backward(context, source, result.memory, gradient));
          add(gradient, result.sizes, 1, value);
        });
    return result;
  }

  /** 1 where an element is that number or more, else 0; has no gradient. */
  Value atLeast(Value value, float number) {
    Value result = given(context.scratch(OneDnn.rows(value.sizes)), null, value.sizes);
    memory limit = context.constant(number, onesLike(value));
    forward.add(
        operations.combine(algorithm.binary_ge, value.memory, limit, result.memory, 1, false));
    return result;
  }

  /** Copies an array into another of the same sizes, such as a part. */
  void copy(Value from, Value to) {
    forward.add(context.reorder(from.memory, to.memory));
    back(to, gradient -> add(gradient, to.sizes, 1, from));
  }

  /** An operation of another kind, its way back told the gradient of its result. */
  void record(Runnable operation, Value result, Consumer<memory> wayBack) {
    forward.add(operation);
    back(result, wayBack);
  }

  /** Something to be run on the way forward that has no gradient. */
  void run(Runnable operation) {
    forward.add(operation);
  }

  /** Something to be run on the way back, called while that is recorded. */
  void runBackward(Runnable operation) {
    backward.add(operation);
  }

  /** Ends the recording. */
  void finish() {
    Collections.reverse(recordBackward);
    recordBackward.forEach(Runnable::run);
    recordBackward.clear();
    backward.addAll(0, beforeBackward);
  }

  /** Has a gradient that nothing reaches be 0, called after all is recorded. */
  void zeroUnlessBegun(Value value) {
    if (differentiates && value.gradient != null) {
      recordBackward.add(
          0,
          () -> {
            if (!value.hasGradient()) {
              beforeBackward.add(operations.zero(value.gradient, value.sizes));
            }
          });
    }
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

  /** Records a way back, which is left out where no gradient reaches the result. */
  private void back(Value result, Consumer<memory> record) {
    if (differentiates) {
      recordBackward.add(
          () -> {
            if (result.hasGradient()) {
              for (Value part : result.partsWithoutGradient()) {
                beforeBackward.add(
                    operations.zero(Objects.requireNonNull(part.gradient), part.sizes));
              }
              record.accept(Objects.requireNonNull(result.gradient));
            }
          });
    }
  }

  /** Adds a gradient, summed along the axes where the value was repeated. */
  void add(memory gradient, long[] sizes, float factor, Value to) {
    if (to.gradient == null) {
      return;
    }
    memory summed = gradient;
    if (!Arrays.equals(sizes, to.sizes)) {
      summed = context.backwardScratch(OneDnn.rows(to.sizes));
      backward.add(operations.total(gradient, summed));
    }
    backward.add(
        operations.combine(
            algorithm.binary_mul, summed, one(to), to.gradient, factor, to.beginGradient()));
  }

  private void multiply(memory gradient, memory factor, Value to) {
    if (to.gradient != null) {
      backward.add(
          operations.combine(
              algorithm.binary_mul, gradient, factor, to.gradient, 1, to.beginGradient()));
    }
  }

  /** The elements one after the other, copied there first if need be. */
  private memory dense(Value value) {
    if (value.isDense()) {
      return value.memory;
    }
    memory source = context.scratch(OneDnn.rows(value.sizes));
    forward.add(context.reorder(value.memory, source));
    return source;
  }

  /** A single 1 with as many axes as a value. */
  private memory one(Value like) {
    return ones(onesLike(like));
  }

  private static long[] onesLike(Value like) {
    long[] sizes = new long[like.sizes.length];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  private memory ones(long... sizes) {
    List<Long> key = Arrays.stream(sizes).boxed().toList();
    return ones.computeIfAbsent(key, all -> context.constant(1, sizes));
  }

  /** The last two axes exchanged. */
  private memory transposed(memory of, Value value) {
    long[] sizes = exchanged(value.sizes);
    return context.seenAs(of, OneDnn.strided(sizes, exchanged(value.strides)));
  }

  private static long[] exchanged(long[] values) {
    long[] turned = values.clone();
    int last = turned.length - 1;
    turned[last] = values[last - 1];
    turned[last - 1] = values[last];
    return turned;
  }
}
