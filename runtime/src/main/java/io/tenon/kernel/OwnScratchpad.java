package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.global.dnnl.scratchpad_mode;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.primitive_desc;

/**
 * What a primitive needs besides its arguments, in the plan's memory. oneDNN's own is one for each
 * thread, as large as the primitives made on that thread need: too small for a plan that another
 * thread has made.
 */
final class OwnScratchpad {
  private OwnScratchpad() {}

  /** Has a primitive ask for it. */
  static primitive_attr attributes(primitive_attr attributes) {
    attributes.set_scratchpad_mode(scratchpad_mode.user);
    return attributes;
  }

  /** Gives an operation what its primitive asked for. */
  static void add(KernelContext context, primitive_desc description, Operation operation) {
    memory.desc layout = description.scratchpad_desc();
    if (layout.get_size() > 0) {
      operation.with(dnnl.DNNL_ARG_SCRATCHPAD, context.scratch(layout));
    }
  }
}
