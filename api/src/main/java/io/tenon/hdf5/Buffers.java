package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Takes things out of buffers. */
final class Buffers {
  private Buffers() {}

  /** The next bytes as a buffer of their own. */
  static ByteBuffer cut(ByteBuffer bytes, long size) {
    if (size < 0 || size > bytes.remaining()) {
      throw new HdfException("%d bytes were expected, found %d".formatted(size, bytes.remaining()));
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) size);
    return part;
  }

  /** An unsigned number of 1, 2, 4 or 8 bytes; one of 8 that is too large comes out negative. */
  static long number(ByteBuffer bytes, int width) {
    return switch (width) {
      case 1 -> Byte.toUnsignedLong(bytes.get());
      case 2 -> Short.toUnsignedLong(bytes.getShort());
      case 4 -> Integer.toUnsignedLong(bytes.getInt());
      default -> bytes.getLong();
    };
  }

  /** Text up to the first zero, or of the whole buffer. */
  static String text(ByteBuffer bytes) {
    ByteBuffer rest = bytes.slice();
    int end = 0;
    while (end < rest.limit() && rest.get(end) != 0) {
      end++;
    }
    return StandardCharsets.UTF_8.decode(rest.limit(end)).toString();
  }

  /** Where a size ends when it is filled up to a multiple of 8. */
  static int padded(int size) {
    return (size + 7) / 8 * 8;
  }

  /** Moves on to a multiple of 8 from the beginning, or to the end. */
  static void align(ByteBuffer bytes) {
    bytes.position(Math.min(bytes.limit(), padded(bytes.position())));
  }
}
