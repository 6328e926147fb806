package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;

/**
 * Array arithmetic, recorded while a plan is made: each operation writes down itself and how its
 * gradient goes back, so that layers made of many operations need no way back of their own. Running
 * it runs what was recorded.
 */
final class Tape extends TapeArrays {
  private final TapeOperations operations;
  private final boolean differentiates;
  private final List<Runnable> forward = new ArrayList<>();
  private final List<Runnable> recordBackward = new ArrayList<>();
  private final List<Runnable> backward = new ArrayList<>();
  private final List<Runnable> beforeBackward = new ArrayList<>();

  Tape(KernelContext context) {
    super(context, context.backward());
    this.operations = new TapeOperations(context);
    this.differentiates = context.backward();
  }

  /** A copy whose elements lie one after the other. */
  Value copy(Value of) {
    Value copy = array(of.sizes);
    copy(of, copy);
    return copy;
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
    return apply(function, value, false);
  }

  /** The function that the layer ends with, which the loss may skip on the way back. */
  Value applyLast(ActivationFunction function, Value value) {
    return function == ActivationFunction.LINEAR
        ? value
        : apply(function, value, context.lossSkipsActivation());
  }

  private Value apply(ActivationFunction function, Value value, boolean lossSkipsIt) {
    long rows = Arrays.stream(value.sizes).reduce(1, Math::multiplyExact) / value.columns();
    memory source = dense(value);
    Value result = array(value.sizes);
    memory.desc matrix = OneDnn.rows(rows, value.columns());
    memory gradient = result.gradient == null ? null : context.seenAs(result.gradient, matrix);
    ActivationStage stage =
        new ActivationStage(
            context,
            function,
            context.seenAs(source, matrix),
            context.seenAs(result.memory, matrix),
            gradient,
            lossSkipsIt);
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
    return compare(algorithm.binary_ge, value, number);
  }

  /** 1 where an element is more than that number, else 0; has no gradient. */
  Value above(Value value, float number) {
    return compare(algorithm.binary_gt, value, number);
  }

  private Value compare(algorithm how, Value value, float number) {
    Value result = given(context.scratch(OneDnn.rows(value.sizes)), null, value.sizes);
    memory limit = context.constant(number, onesLike(value));
    forward.add(operations.combine(how, value.memory, limit, result.memory, 1, false));
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
}
