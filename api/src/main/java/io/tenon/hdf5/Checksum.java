package io.tenon.hdf5;

import java.nio.ByteBuffer;

/** The checksum of HDF5's newer headers: Bob Jenkins's lookup3, {@code hashlittle} from 0. */
final class Checksum {
  private static final int START = 0xdeadbeef;

  private Checksum() {}

  /** Checks that a buffer ends with the checksum of what stands before. */
  static void verify(ByteBuffer bytes) {
    int end = bytes.limit() - Integer.BYTES;
    if (end < 0 || bytes.getInt(end) != of(bytes, end)) {
      throw new HdfException("a checksum does not fit what it is of");
    }
  }

  /** The checksum of the first bytes of a little-endian buffer. */
  static int of(ByteBuffer bytes, int length) {
    int a = START + length;
    int b = a;
    int c = a;
    int at = 0;
    for (; length - at > 12; at += 12) {
      a += bytes.getInt(at);
      b += bytes.getInt(at + 4);
      c += bytes.getInt(at + 8);
      a = (a - c) ^ Integer.rotateLeft(c, 4);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 6);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 8);
      b += a;
      a = (a - c) ^ Integer.rotateLeft(c, 16);
      c += b;
      b = (b - a) ^ Integer.rotateLeft(a, 19);
      a += c;
      c = (c - b) ^ Integer.rotateLeft(b, 4);
      b += a;
    }
    if (at == length) {
      return c;
    }
    a += partOfInt(bytes, at, length);
    b += partOfInt(bytes, at + 4, length);
    c += partOfInt(bytes, at + 8, length);
    c = (c ^ b) - Integer.rotateLeft(b, 14);
    a = (a ^ c) - Integer.rotateLeft(c, 11);
    b = (b ^ a) - Integer.rotateLeft(a, 25);
    c = (c ^ b) - Integer.rotateLeft(b, 16);
    a = (a ^ c) - Integer.rotateLeft(c, 4);
    b = (b ^ a) - Integer.rotateLeft(a, 14);
    return (c ^ b) - Integer.rotateLeft(b, 24);
  }

  private static int partOfInt(ByteBuffer bytes, int from, int end) {
    int value = 0;
    for (int i = from; i < Math.min(from + 4, end); i++) {
      value |= Byte.toUnsignedInt(bytes.get(i)) << 8 * (i - from);
    }
    return value;
  }
}
