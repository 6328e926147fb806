package io.tenon.kernel;

import io.tenon.plan.KernelContext;

/** A matrix that never changes, applied along the middle one of three axes. */
final class AxisProduct {
  private AxisProduct() {}

  /**
   * (1, new size, size) x (outer, size, inner) = (outer, new size, inner).
   *
   * @param matrix row-major
   */
  static Value of(KernelContext context, Tape tape, float[] matrix, long size, Value x) {
    long[] sizes = {1, size, x.sizes[1]};
    Value left = tape.given(context.constant(matrix, sizes), null, sizes);
    Value result = tape.array(x.sizes[0], size, x.sizes[2]);
    tape.productInto(left, x, result);
    return result;
  }
}
