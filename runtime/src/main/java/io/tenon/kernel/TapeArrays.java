package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** The arrays of a {@link Tape}: new ones, those that are there, and parts and views of both. */
abstract sealed class TapeArrays permits Tape {
  final KernelContext context;
  private final boolean differentiates;
  private final Map<List<Long>, memory> ones = new HashMap<>();

  /**
   * Arrays for a kernel.
   *
   * @param differentiates whether new ones have a gradient
   */
  TapeArrays(KernelContext context, boolean differentiates) {
    this.context = context;
    this.differentiates = differentiates;
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

  /** A single 1 with as many axes as a value. */
  final memory one(Value like) {
    return ones(onesLike(like));
  }

  static long[] onesLike(Value like) {
    long[] sizes = new long[like.sizes.length];
    Arrays.fill(sizes, 1);
    return sizes;
  }

  final memory ones(long... sizes) {
    List<Long> key = Arrays.stream(sizes).boxed().toList();
    return ones.computeIfAbsent(key, all -> context.constant(1, sizes));
  }

  /** The last two axes exchanged. */
  final memory transposed(memory of, Value value) {
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
