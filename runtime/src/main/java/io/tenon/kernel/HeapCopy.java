package io.tenon.kernel;

import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Copies between native memory and the heap, where Java's loops are vectorized. The memory may get
 * its place later: it is looked up at the first copy.
 */
final class HeapCopy {
  private final memory memory;
  private @Nullable FloatBuffer buffer;

  HeapCopy(memory memory) {
    this.memory = memory;
  }

  private FloatBuffer buffer() {
    if (buffer == null) {
      long count = memory.get_desc().get_size() / Float.BYTES;
      buffer = new FloatPointer(memory.get_data_handle()).capacity(count).asBuffer();
    }
    return buffer;
  }

  /** Fills an array from an element on. */
  void read(int from, float[] values) {
    buffer().get(from, values);
  }

  /** Fills part of an array from an element on. */
  void read(int from, float[] values, int start, int count) {
    buffer().get(from, values, start, count);
  }

  /** Copies part of other native memory here. */
  void copy(HeapCopy source, int from, int to, int count) {
    buffer().put(to, source.buffer(), from, count);
  }

  /** Puts an array there. */
  void write(int to, float[] values) {
    buffer().put(to, values);
  }

  /** Puts part of an array there. */
  void write(int to, float[] values, int start, int count) {
    buffer().put(to, values, start, count);
  }
}
