package io.tenon.network;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.LongPointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.cpu.nativecpu.NDArray;
import org.nd4j.linalg.cpu.nativecpu.buffer.LongBuffer;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes the arrays that predictions are given in. ND4J describes the shape of each array that it
 * makes anew, outside the Java heap, which takes seven times as long as the array itself and longer
 * than a small model predicts; here arrays of one shape share its description.
 */
final class ResultArrays {
  private static final int MOST_SHAPES = 64;

  /** How many bytes are handed out before JavaCPP looks whether the process has grown too large. */
  private static final long BYTES_UNWATCHED = 16 << 20;

  private final Map<Shape, Description> known = new ConcurrentHashMap<>();
  private final AtomicLong unwatched = new AtomicLong();

  /**
   * An array of floats, row-major, with whatever its memory holds.
   *
   * @param sizes of its axes
   */
  INDArray uninitialized(long... sizes) {
    Shape shape = new Shape(sizes);
    Description description = known.get(shape);
    if (description == null) {
      return first(shape);
    }
    watch(shape.length() * Float.BYTES);
    return new NDArray(
        Nd4j.createBuffer(DataType.FLOAT, shape.length(), false),
        description.buffer,
        description.values);
  }

  /** As ND4J makes it; the next ones of the shape are like it. */
  private INDArray first(Shape shape) {
    INDArray made = Nd4j.createUninitialized(DataType.FLOAT, shape.sizes, 'c');
    if (made instanceof NDArray && made.shapeInfoDataBuffer() instanceof LongBuffer buffer) {
      if (known.size() >= MOST_SHAPES) {
        known.clear();
      }
      known.put(shape, new Description(buffer, buffer.asLong()));
    }
    return made;
  }

  /**
   * Arrays that nobody closes are freed after the garbage collector has found them. JavaCPP calls
   * it where the process takes more memory than it may, but looks only when it allocates itself.
   */
  private void watch(long bytes) {
    if (unwatched.addAndGet(bytes) > BYTES_UNWATCHED) {
      unwatched.set(0);
      new LongPointer(1).close();
    }
  }

  /** The sizes of axes, by their values. */
  private static final class Shape {
    private final long[] sizes;

    Shape(long[] sizes) {
      this.sizes = sizes;
    }

    long length() {
      long length = 1;
      for (long size : sizes) {
        length *= size;
      }
      return length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sizes);
    }
  }

  /** What ND4J keeps of a shape: for its operations, and the same for Java. */
  private static final class Description {
    private final LongBuffer buffer;
    private final long[] values;

    Description(LongBuffer buffer, long[] values) {
      this.buffer = buffer;
      this.values = values;
    }
  }
}
