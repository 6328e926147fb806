package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;

/** Layouts that kernels share. */
final class Layouts {
  private Layouts() {}

  /** The output, row-major, with its axes as oneDNN orders them. */
  static memory outputRows(KernelContext context) {
    return context.output(OneDnn.channelsLast(context.outputShape()));
  }
}
