package io.tenon.onednn;

import java.util.function.Supplier;
import org.bytedeco.dnnl.primitive_desc;
import org.bytedeco.javacpp.BytePointer;

/** Which of oneDNN's implementations an operation runs on. */
public final class Implementations {
  private Implementations() {}

  /**
   * Has an operation run on the next best implementation if the best is one that is known to be
   * wrong.
   *
   * @param wrong how the name of that implementation begins
   */
  public static <T extends primitive_desc> T other(T description, String wrong) {
    boolean more = true;
    while (more && name(description).startsWith(wrong)) {
      more = description.next_impl();
    }
    return description;
  }

  /**
   * The implementation that is known to be the fastest, if this processor has it, else oneDNN's
   * choice.
   *
   * @param best describes the operation
   * @param wanted how the name of that implementation begins
   */
  public static <T extends primitive_desc> T preferred(Supplier<T> best, String wanted) {
    T description = best.get();
    boolean more = true;
    while (more && !name(description).startsWith(wanted)) {
      more = description.next_impl();
    }
    return more ? description : best.get();
  }

  /** The name of the implementation, such as {@code brg_conv_fwd:avx512_core}. */
  private static String name(primitive_desc description) {
    try (BytePointer name = description.impl_info_str()) {
      return name.getString();
    }
  }
}
