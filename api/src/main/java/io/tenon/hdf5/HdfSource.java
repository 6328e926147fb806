package io.tenon.hdf5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** The bytes of a file. What is asked for is held to its length before memory is taken for it. */
public abstract class HdfSource {
  HdfSource() {}

  /** Bytes in memory. */
  public static HdfSource of(byte[] bytes) {
    return new HdfSource() {
      @Override
      long length() {
        return bytes.length;
      }

      @Override
      ByteBuffer take(long address, int size) {
        return ByteBuffer.wrap(bytes, (int) address, size).slice().asReadOnlyBuffer();
      }
    };
  }

  /** A file, which stays open. */
  public static HdfSource of(FileChannel file) {
    return new HdfSource() {
      @Override
      long length() {
        try {
          return file.size();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      ByteBuffer take(long address, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size);
        try {
          while (bytes.hasRemaining() && file.read(bytes, address + bytes.position()) >= 0) {
            // until all are there
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        if (bytes.hasRemaining()) {
          throw new HdfException("the file became shorter while it was read");
        }
        return bytes.flip();
      }
    };
  }

  abstract long length();

  abstract ByteBuffer take(long address, int size);

  /** A part of the file, little-endian. */
  ByteBuffer read(long address, long size) {
    if (address < 0 || size < 0 || size > length() || address > length() - size) {
      throw new HdfException(
          "%d bytes at %d were expected, but the file has %d".formatted(size, address, length()));
    }
    if (size > Integer.MAX_VALUE - 8) {
      throw new HdfException("an array of %d bytes is too large to be read".formatted(size));
    }
    return take(address, (int) size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
