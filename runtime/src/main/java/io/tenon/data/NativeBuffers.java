package io.tenon.data;

import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of dense arrays as buffers, which read it without a copy while the array lives. */
final class NativeBuffers {
  private NativeBuffers() {}

  static FloatBuffer floats(INDArray array) {
    return new FloatPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }

  static IntBuffer ints(INDArray array) {
    return new IntPointer(array.data().addressPointer()).capacity(array.length()).asBuffer();
  }
}
