package io.tenon.onednn;

import java.util.Arrays;
import org.bytedeco.dnnl.engine;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.stream;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;

/** The processor as oneDNN sees it, and memory in its layouts. */
public final class OneDnn {
  private static final engine ENGINE;
  private static final stream STREAM;

  static {
    Natives.load();
    ENGINE = new engine(engine.kind.cpu, 0);
    STREAM = new stream(ENGINE);
    NativeThreads.waitBriefly();
  }

  private OneDnn() {}

  /** The processor. */
  public static engine engine() {
    return ENGINE;
  }

  /** Where primitives are executed, one after the other; on a processor, at once. */
  static stream stream() {
    return STREAM;
  }

  /** Dense memory of floats, the last axis fastest. */
  public static memory.desc rows(long... sizes) {
    return strided(sizes, rowMajorStrides(sizes));
  }

  /**
   * Memory of floats with strides. Those of axes of size 1 move nothing, but oneDNN 3.11 goes
   * astray over some of them: what is dense but for these is said to be dense.
   */
  public static memory.desc strided(long[] sizes, long[] strides) {
    long[] dense = rowMajorStrides(sizes);
    boolean isDense = true;
    for (int i = 0; i < sizes.length; i++) {
      isDense &= sizes[i] == 1 || strides[i] == dense[i];
    }
    return new memory.desc(sizes, memory.data_type.f32, isDense ? dense : strides);
  }

  /** Dense memory of bytes without a sign, the last axis fastest. */
  public static memory.desc bytes(long... sizes) {
    return new memory.desc(sizes, memory.data_type.u8, rowMajorStrides(sizes));
  }

  /** Memory of floats whose layout is left to a primitive. */
  public static memory.desc any(long... sizes) {
    return new memory.desc(sizes, memory.data_type.f32, memory.format_tag.any);
  }

  /** Strides of dense memory, the last axis fastest. */
  public static long[] rowMajorStrides(long... sizes) {
    long[] strides = new long[sizes.length];
    long stride = 1;
    for (int i = sizes.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(1, sizes[i]);
    }
    return strides;
  }

  /**
   * The axes of a tensor as oneDNN orders them, batch and channels first, over memory that holds
   * channels last.
   *
   * @param shape (batch, spatial axes, channels)
   */
  public static memory.desc channelsLast(long... shape) {
    int rank = shape.length;
    if (rank < 3) {
      return rows(shape);
    }
    long[] strides = channelsFirst(rowMajorStrides(shape));
    return new memory.desc(channelsFirst(shape), memory.data_type.f32, strides);
  }

  /** (batch, spatial axes, channels) as (batch, channels, spatial axes). */
  public static long[] channelsFirst(long... values) {
    long[] moved = values.clone();
    moved[1] = values[values.length - 1];
    System.arraycopy(values, 1, moved, 2, values.length - 2);
    return moved;
  }

  /** Memory that has no address yet. */
  public static memory unbound(memory.desc desc) {
    return new memory(desc, ENGINE, new Pointer());
  }

  /** Sets memory that has an address to 0. */
  public static void zero(memory memory) {
    Pointer.memset(memory.get_data_handle(), 0, memory.get_desc().get_size());
  }

  /** Memory at an address. */
  public static memory at(memory.desc desc, Pointer address) {
    return new memory(desc, ENGINE, address);
  }

  /** Whether two layouts place every element alike. */
  public static boolean same(memory.desc left, memory.desc right) {
    return left.equals(right)
        || left.get_size() == right.get_size()
            && left.get_ndims() == right.get_ndims()
            && dense(left)
            && dense(right)
            && Arrays.equals(sizes(left), sizes(right))
            && stridesAgree(left, right);
  }

  private static boolean dense(memory.desc layout) {
    return layout.get_inner_nblks() == 0;
  }

  /** Strides of axes of size 1 move nothing and may differ. */
  private static boolean stridesAgree(memory.desc left, memory.desc right) {
    long[] sizes = sizes(left);
    long[] leftStrides = longs(left.get_strides());
    long[] rightStrides = longs(right.get_strides());
    for (int i = 0; i < sizes.length; i++) {
      if (sizes[i] != 1 && leftStrides[i] != rightStrides[i]) {
        return false;
      }
    }
    return true;
  }

  /** The size of each axis. */
  public static long[] sizes(memory.desc layout) {
    return longs(layout.get_dims());
  }

  private static long[] longs(LongPointer values) {
    long[] copy = new long[(int) values.limit()];
    values.get(copy);
    return copy;
  }
}
