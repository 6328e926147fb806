package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * An array on a {@link Tape}, perhaps a part of a larger one, with the place of its gradient. Most
 * are matrices: (rows, columns).
 */
final class Value {
  final memory memory;
  final @Nullable memory gradient;
  final long[] sizes;
  final long[] strides;
  private final Progress progress;

  /** How far the gradient has come; shared by all that see the same elements. */
  private static final class Progress {
    private final @Nullable Progress whole;
    private final List<Value> parts = new ArrayList<>();

    /** Whether something was put into all of it, or only into parts of it. */
    private boolean begun;

    private boolean partsBegun;

    Progress(@Nullable Progress whole) {
      this.whole = whole;
    }

    boolean begun() {
      return begun || whole != null && whole.begun();
    }
  }

  private Value(
      memory memory, @Nullable memory gradient, long[] sizes, long[] strides, Progress progress) {
    this.memory = memory;
    this.gradient = gradient;
    this.sizes = sizes;
    this.strides = strides;
    this.progress = progress;
  }

  Value(memory memory, @Nullable memory gradient, long[] sizes, long[] strides) {
    this(memory, gradient, sizes, strides, new Progress(null));
  }

  /** All of its elements, seen under other axes. */
  Value seenAs(memory memory, @Nullable memory gradient, long[] sizes, long[] strides) {
    return new Value(memory, gradient, sizes, strides, progress);
  }

  /** Some of its elements. */
  Value part(memory memory, @Nullable memory gradient, long[] sizes, long[] strides) {
    Value part = new Value(memory, gradient, sizes, strides, new Progress(progress));
    progress.parts.add(part);
    return part;
  }

  /** The first axis of a matrix. */
  long rows() {
    return sizes[0];
  }

  /** The last axis. */
  long columns() {
    return sizes[sizes.length - 1];
  }

  /** How far apart two rows of a matrix lie. */
  long stride() {
    return strides[0];
  }

  /** Whether its elements lie one after the other. */
  boolean isDense() {
    long[] dense = OneDnn.rowMajorStrides(sizes);
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] != 1 && strides[i] != dense[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether something has been put into the gradient, or into parts of it. */
  boolean hasGradient() {
    return progress.begun() || progress.partsBegun;
  }

  /** Notes that its gradient is being written to; whether it was before, and is to be added to. */
  boolean beginGradient() {
    boolean begun = progress.begun();
    progress.begun = true;
    for (Progress each = progress.whole; each != null; each = each.whole) {
      each.partsBegun = true;
    }
    return begun;
  }

  /** The parts, and their parts, that no gradient has reached although one has the whole. */
  List<Value> partsWithoutGradient() {
    return progress.parts.stream()
        .flatMap(
            part -> part.hasGradient() ? part.partsWithoutGradient().stream() : Stream.of(part))
        .toList();
  }
}
