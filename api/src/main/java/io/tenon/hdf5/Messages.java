package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Types and shapes, as messages describe them. */
final class Messages {
  private static final int MOST_AXES = 32;

  private Messages() {}

  /** The type of an element. */
  static HdfType type(ByteBuffer message) {
    int classAndVersion = message.get(0);
    int bits = message.get(1);
    int size = message.getInt(4);
    if (size <= 0) {
      throw new HdfException("a type has elements of %d bytes".formatted(size));
    }
    ByteOrder order = (bits & 1) != 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    HdfType other = new HdfType(HdfType.Kind.OTHER, size, order, false);
    return switch (classAndVersion & 15) {
      case 0 ->
          isInteger(message, size) ? new HdfType(HdfType.Kind.INTEGER, size, order, false) : other;
      case 1 ->
          isFloat(message, size) ? new HdfType(HdfType.Kind.FLOAT, size, order, false) : other;
      case 3 ->
          new HdfType(HdfType.Kind.FIXED_TEXT, size, ByteOrder.LITTLE_ENDIAN, (bits >> 4) == 1);
      case 9 ->
          (bits & 15) == 1 && size == 16
              ? new HdfType(HdfType.Kind.TEXT, size, ByteOrder.LITTLE_ENDIAN, message.get(2) == 1)
              : other;
      default -> other;
    };
  }

  private static boolean isInteger(ByteBuffer message, int size) {
    return Integer.bitCount(size) == 1
        && size <= Long.BYTES
        && message.getShort(8) == 0
        && message.getShort(10) == 8 * size;
  }

  private static boolean isFloat(ByteBuffer message, int size) {
    int exponent = message.get(13);
    return (size == 4 && exponent == 8 || size == 8 && exponent == 11)
        && message.getShort(8) == 0
        && message.getShort(10) == 8 * size
        && message.get(14) == 0
        && message.get(15) == 8 * size - 1 - exponent;
  }

  /** The sizes of axes; their product, of elements of a size, is a number of bytes that exists. */
  static List<Long> shape(ByteBuffer message, int elementSize) {
    int version = message.get(0);
    int rank = Byte.toUnsignedInt(message.get(1));
    if (version < 1 || version > 2 || rank > MOST_AXES) {
      throw new HdfException("a shape has the version %d and %d axes".formatted(version, rank));
    }
    if (version == 2 && message.get(3) == 2) {
      return List.of(0L);
    }
    int start = version == 1 ? 8 : 4;
    List<Long> sizes = new ArrayList<>();
    long bytes = elementSize;
    for (int i = 0; i < rank; i++) {
      long size = message.getLong(start + 8 * i);
      if (size < 0 || size > 0 && bytes > Long.MAX_VALUE / size) {
        throw new HdfException("an array is larger than any file: an axis of " + size);
      }
      bytes *= size;
      sizes.add(size);
    }
    return sizes;
  }
}
