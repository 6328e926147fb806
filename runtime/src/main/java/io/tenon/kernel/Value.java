package io.tenon.kernel;

import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * A matrix on a {@link Tape}: (rows, columns), perhaps a part of a larger one, with the place of
 * its gradient.
 */
final class Value {
  final memory memory;
  final @Nullable memory gradient;
  final long rows;
  final long columns;

  /** How far apart two rows lie. */
  final long stride;

  /** Whether something has been put into the gradient, so that the next is to be added. */
  boolean gradientBegun;

  Value(memory memory, @Nullable memory gradient, long rows, long columns, long stride) {
    this.memory = memory;
    this.gradient = gradient;
    this.rows = rows;
    this.columns = columns;
    this.stride = stride;
  }
}
