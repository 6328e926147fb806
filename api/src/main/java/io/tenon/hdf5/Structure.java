package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads what is not content: headers, indexes and heaps. Each stands at a place of its own, and all
 * together they cannot be much longer than the file; a file that says else has been made to trap
 * its reader.
 */
final class Structure {
  /** That an address leads nowhere. */
  static final long UNDEFINED = -1;

  /** What any file may hold unpacked, so that zeros in a small one are no bomb. */
  private static final long SMALL_CONTENT = 1 << 24;

  private static final long LARGEST_RATIO = 64;

  private final HdfSource source;
  private final Set<Long> read = new HashSet<>();
  private long left;
  private long content;
  private long unpacked;

  Structure(HdfSource source) {
    this.source = source;
    this.left = 8 * source.length() + (1 << 16);
  }

  /** The file. */
  HdfSource source() {
    return source;
  }

  /** A part of something. */
  ByteBuffer bytes(long address, long size) {
    ByteBuffer bytes = source.read(address, size);
    spend(size);
    return bytes;
  }

  /** Notes that something begins at an address, which nothing else does. */
  void begin(long address) {
    if (!read.add(address)) {
      throw new HdfException("two ways lead to the same place, %d".formatted(address));
    }
  }

  /** Counts the bytes that are looked at. */
  void spend(long bytes) {
    left -= Math.max(bytes, 1);
    if (left < 0) {
      throw new HdfException("its parts are together longer than the file");
    }
  }

  /** Counts the bytes of arrays, which share none. */
  void spendContent(long bytes) {
    content += bytes;
    if (content > source.length()) {
      throw new HdfException("its arrays are together longer than the file");
    }
  }

  /**
   * Counts the bytes that chunks have once they are unpacked: weights do not shrink much, only what
   * has been made to fill the memory does.
   */
  void spendUnpacked(long size, int count) {
    unpacked += size * count; // neither is over 31 bits
    if (unpacked > SMALL_CONTENT + LARGEST_RATIO * source.length()) {
      throw new HdfException("its arrays are unpacked much larger than the file");
    }
  }

  /** Checks the letters with which a part begins. */
  static void require(ByteBuffer bytes, String signature) {
    for (int i = 0; i < signature.length(); i++) {
      if (bytes.get() != signature.charAt(i)) {
        throw new HdfException("there is no %s where one should be".formatted(signature));
      }
    }
  }
}
