package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An array in an HDF5 file.
 *
 * @param type the type of an element
 * @param shape the sizes of its axes; none for a single number
 * @param content gives the elements, row-major, each time that it is asked
 */
public record HdfDataset(HdfType type, List<Long> shape, Content content) implements HdfNode {
  /** Copies the shape. */
  public HdfDataset {
    shape = List.copyOf(shape);
  }

  /** What gives the bytes of an array, so that they are held only while they are needed. */
  public interface Content {
    /** All bytes, in the type's order. */
    ByteBuffer bytes();
  }

  /** An array of 32-bit floats, taken when it is written. */
  public static HdfDataset floats(List<Long> shape, FloatContent values) {
    return new HdfDataset(
        HdfType.FLOAT32,
        shape,
        () -> {
          float[] floats = values.floats();
          ByteBuffer bytes =
              ByteBuffer.allocate(floats.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asFloatBuffer().put(floats);
          return bytes;
        });
  }

  /** What gives numbers. */
  public interface FloatContent {
    /** All of them, row-major. */
    float[] floats();
  }

  /** A single 32-bit float. */
  public static HdfDataset single(float value) {
    return floats(List.of(), () -> new float[] {value});
  }

  /** A single integer, of 32 or 64 bits. */
  public static HdfDataset single(HdfType type, long value) {
    ByteBuffer bytes = ByteBuffer.allocate(type.size()).order(ByteOrder.LITTLE_ENDIAN);
    if (type.size() == Integer.BYTES) {
      bytes.putInt(0, Math.toIntExact(value));
    } else {
      bytes.putLong(0, value);
    }
    return new HdfDataset(type, List.of(), bytes::duplicate);
  }

  /** The number of elements. */
  public long count() {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  /** The number of bytes. */
  public long size() {
    return Math.multiplyExact(count(), type.size());
  }

  /**
   * The elements as 32-bit floats.
   *
   * @throws HdfException if they are not floating-point numbers of 32 or 64 bits, or cannot be read
   */
  public float[] floats() {
    if (type.kind() != HdfType.Kind.FLOAT || type.size() < Float.BYTES) {
      throw new HdfException("expected floating-point numbers, found " + type);
    }
    ByteBuffer bytes = content.bytes().order(type.order());
    float[] values = new float[Math.toIntExact(count())];
    if (type.size() == Float.BYTES) {
      bytes.asFloatBuffer().get(values);
    } else {
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) bytes.getDouble(i * Double.BYTES);
      }
    }
    return values;
  }

  /**
   * A single integer.
   *
   * @throws HdfException if it is anything else, or cannot be read
   */
  public long integer() {
    if (type.kind() != HdfType.Kind.INTEGER || count() != 1) {
      throw new HdfException("expected one integer, found %s%s".formatted(type, shape));
    }
    ByteBuffer bytes = content.bytes().order(type.order());
    return switch (type.size()) {
      case 1 -> bytes.get(0);
      case 2 -> bytes.getShort(0);
      case 4 -> bytes.getInt(0);
      default -> bytes.getLong(0);
    };
  }
}
