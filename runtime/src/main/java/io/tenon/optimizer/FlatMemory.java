package io.tenon.optimizer;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A number for each place in the flat buffer of weights, outside the Java heap. */
final class FlatMemory implements AutoCloseable {
  /** What a Java buffer can address. */
  private static final long MOST = Integer.MAX_VALUE / Float.BYTES;

  private final INDArray array;
  private final FloatBuffer buffer;

  FlatMemory(long length, float initial) {
    this.array = Nd4j.valueArrayOf(new long[] {length}, initial, DataType.FLOAT);
    this.buffer = buffer(array.data().addressPointer(), length);
  }

  /** Floats at an address, as Java reads them. */
  static FloatBuffer buffer(Pointer address, long length) {
    if (length > MOST) {
      throw new IllegalArgumentException(
          "an optimizer takes up to %d trainable weights, found %d".formatted(MOST, length));
    }
    return new FloatPointer(address).capacity(length).asBuffer();
  }

  void read(int offset, float[] block, int count) {
    read(offset, block, 0, count);
  }

  void read(int offset, float[] block, int start, int count) {
    buffer.get(offset, block, start, count);
  }

  void write(int offset, float[] block, int count) {
    write(offset, block, 0, count);
  }

  void write(int offset, float[] block, int start, int count) {
    buffer.put(offset, block, start, count);
  }

  /** All of it, copied. */
  float[] copy() {
    float[] values = new float[buffer.capacity()];
    buffer.get(0, values);
    return values;
  }

  void set(float[] values) {
    buffer.put(0, values);
  }

  @Override
  public void close() {
    array.close();
  }
}
