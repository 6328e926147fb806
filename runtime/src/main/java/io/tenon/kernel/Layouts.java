package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;

/** Layouts that kernels share. */
final class Layouts {
  private Layouts() {}

  /** The output, row-major, with its axes as oneDNN orders them. */
  static memory outputRows(KernelContext context) {
    return context.output(OneDnn.channelsLast(context.outputShape()));
  }

  /** A single number with as many axes as a memory, to be combined with all of its elements. */
  static memory.desc single(memory like) {
    long[] sizes = new long[like.get_desc().get_ndims()];
    Arrays.fill(sizes, 1);
    return OneDnn.rows(sizes);
  }
}
