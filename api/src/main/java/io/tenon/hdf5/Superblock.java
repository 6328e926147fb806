package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The beginning of a file, which says where its first group is. */
final class Superblock {
  static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private Superblock() {}

  /** Where the group is that holds all others. */
  static long root(Structure structure) {
    byte[] start = new byte[SIGNATURE.length];
    structure.bytes(0, SIGNATURE.length).get(start);
    if (!Arrays.equals(start, SIGNATURE)) {
      throw new HdfException("it does not begin as an HDF5 file does");
    }
    int version = structure.bytes(8, 1).get(0);
    return switch (version) {
      case 0, 1 -> old(structure, version == 0 ? 24 : 28);
      case 2, 3 -> recent(structure);
      default -> throw new HdfException("its superblock has the unknown version " + version);
    };
  }

  private static long old(Structure structure, int addresses) {
    ByteBuffer block = structure.bytes(0, addresses + 72L);
    require(block.get(13), block.get(14), block.getLong(addresses));
    requireEnd(structure, block.getLong(addresses + 16));
    return block.getLong(addresses + 40);
  }

  private static long recent(Structure structure) {
    ByteBuffer block = structure.bytes(0, 48);
    Checksum.verify(block);
    require(block.get(9), block.get(10), block.getLong(12));
    requireEnd(structure, block.getLong(28));
    return block.getLong(36);
  }

  private static void require(int offsets, int lengths, long base) {
    if (offsets != 8 || lengths != 8 || base != 0) {
      throw new HdfException(
          "it has addresses of %d and lengths of %d bytes from %d on; expected 8, 8 and 0"
              .formatted(offsets, lengths, base));
    }
  }

  /** A file that was cut is recognized here, wherever it was. */
  private static void requireEnd(Structure structure, long end) {
    if (end > structure.source().length() || end < 0) {
      throw new HdfException(
          "it is cut: it should have %d bytes, and has %d"
              .formatted(end, structure.source().length()));
    }
  }
}
