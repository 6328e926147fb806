package io.tenon.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_forward_training;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_backward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_forward_primitive_desc_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_resampling_linear;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * oneDNN's linear resampling. Of its descriptions the classes of the binding have no constructor,
 * so that they are made by oneDNN's functions in C.
 */
public final class Resampling {
  private Resampling() {}

  /** From one size to another; an {@code any} layout of the result is chosen. */
  public static primitive_desc forward(memory.desc from, memory.desc to) {
    try (PointerPointer<dnnl_primitive_desc> made = new PointerPointer<>(1)) {
      int status =
          dnnl_resampling_forward_primitive_desc_create(
              made,
              OneDnn.engine().get(),
              dnnl_forward_training,
              dnnl_resampling_linear,
              (FloatPointer) null, // the sizes tell the factors
              from.get(),
              to.get(),
              null);
      return description(status, made);
    }
  }

  /**
   * The gradient of what is read from that of what is given.
   *
   * @param forward the way there
   */
  public static primitive_desc backward(
      memory.desc inputGradient, memory.desc outputGradient, primitive_desc forward) {
    try (PointerPointer<dnnl_primitive_desc> made = new PointerPointer<>(1)) {
      int status =
          dnnl_resampling_backward_primitive_desc_create(
              made,
              OneDnn.engine().get(),
              dnnl_resampling_linear,
              (FloatPointer) null,
              inputGradient.get(),
              outputGradient.get(),
              forward.get(),
              null);
      return description(status, made);
    }
  }

  private static primitive_desc description(int status, PointerPointer<dnnl_primitive_desc> made) {
    if (status != dnnl_success) {
      throw new IllegalStateException("oneDNN has no such resampling: status " + status);
    }
    return new primitive_desc(made.get(dnnl_primitive_desc.class, 0));
  }
}
