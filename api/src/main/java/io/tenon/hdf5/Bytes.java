package io.tenon.hdf5;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Puts little-endian bytes together. */
final class Bytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Bytes one(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  Bytes two(int value) {
    return one(value, value >> 8);
  }

  Bytes four(int value) {
    return two(value).two(value >> 16);
  }

  Bytes eight(long value) {
    return four((int) value).four((int) (value >> 32));
  }

  Bytes all(byte[] values) {
    bytes.writeBytes(values);
    return this;
  }

  /** Zeros up to a size. */
  Bytes fill(int size) {
    while (bytes.size() < size) {
      bytes.write(0);
    }
    return this;
  }

  int size() {
    return bytes.size();
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }

  /** All of it, and the checksum of that. */
  byte[] withChecksum() {
    byte[] all = toArray();
    return four(Checksum.of(ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN), all.length))
        .toArray();
  }
}
