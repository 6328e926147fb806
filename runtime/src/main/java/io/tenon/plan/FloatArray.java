package io.tenon.plan;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Floats outside the Java heap, aligned for the widest vector loads, all 0 at first. */
final class FloatArray implements AutoCloseable {
  private final INDArray owner;
  private final long start;
  private final long length;
  private final FloatPointer pointer;

  FloatArray(long length) {
    int slack = (int) ArenaLayout.ALIGNMENT / Float.BYTES;
    this.length = Math.max(length, 1);
    this.owner = Nd4j.create(DataType.FLOAT, this.length + slack);
    long address = owner.data().address();
    this.start = (ArenaLayout.align(address) - address) / Float.BYTES;
    this.pointer = new FloatPointer(owner.data().pointer()).getPointer(start);
  }

  long length() {
    return length;
  }

  /** Where it begins. */
  FloatPointer pointer() {
    return pointer;
  }

  /** The address of an element. */
  Pointer pointer(long offset) {
    return pointer.getPointer(offset);
  }

  /** A part as an array, row-major, without copying. */
  INDArray view(long offset, long... shape) {
    long[] strides = new long[shape.length];
    long stride = 1;
    for (int i = shape.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape[i];
    }
    return Nd4j.create(owner.data(), shape, strides, start + offset, 'c');
  }

  @Override
  public void close() {
    owner.close();
  }
}
