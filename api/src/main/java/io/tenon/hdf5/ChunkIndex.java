package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tree that tells where the chunks of an array lie; each is there, once, within the file. */
final class ChunkIndex {
  private static final int DEEPEST = 32;

  private final Structure structure;
  private final List<Long> shape;
  private final List<Integer> chunk;
  private final List<Chunk> chunks = new ArrayList<>();
  private final Set<List<Long>> corners = new HashSet<>();

  /**
   * A chunk.
   *
   * @param corner the indices of its first element
   * @param size how many bytes are stored of it
   * @param skipped a bit for each filter that was not applied to it
   */
  record Chunk(List<Long> corner, long address, long size, int skipped) {}

  private ChunkIndex(Structure structure, List<Long> shape, List<Integer> chunk) {
    this.structure = structure;
    this.shape = shape;
    this.chunk = chunk;
  }

  /**
   * The chunks of an array.
   *
   * @param chunk the sizes of the axes of a chunk
   */
  static List<Chunk> read(
      Structure structure, long address, List<Long> shape, List<Integer> chunk) {
    ChunkIndex index = new ChunkIndex(structure, shape, chunk);
    if (address != Structure.UNDEFINED) {
      index.readNode(address, DEEPEST);
    }
    long expected = 1;
    for (int i = 0; i < chunk.size(); i++) {
      expected *= (shape.get(i) - 1) / chunk.get(i) + 1;
    }
    if (index.chunks.size() != expected) {
      throw new HdfException(
          "it is made of %d chunks, the file has %d".formatted(expected, index.chunks.size()));
    }
    return index.chunks;
  }

  /** A node of the tree; its children stand one level lower. */
  private void readNode(long address, int below) {
    structure.begin(address);
    ByteBuffer node = structure.bytes(address, 24);
    Structure.require(node, "TREE");
    int level = Byte.toUnsignedInt(node.get(4 + 1));
    if (node.get(4) != 1 || level >= below) {
      throw new HdfException("its index of chunks is out of order");
    }
    int count = Short.toUnsignedInt(node.getShort(6));
    int key = 16 + 8 * chunk.size(); // the last offset is that within an element
    ByteBuffer entries = structure.bytes(address + 24, (key + 8L) * count);
    for (int i = 0; i < count; i++) {
      int at = (key + 8) * i;
      long child = entries.getLong(at + key);
      if (level > 0) {
        readNode(child, level);
      } else {
        add(entries, at, child);
      }
    }
  }

  private void add(ByteBuffer entries, int at, long address) {
    List<Long> corner = new ArrayList<>();
    for (int i = 0; i < chunk.size(); i++) {
      long index = entries.getLong(at + 8 + 8 * i);
      if (index < 0 || index >= shape.get(i) || index % chunk.get(i) != 0) {
        throw new HdfException("a chunk lies outside of it");
      }
      corner.add(index);
    }
    long size = Integer.toUnsignedLong(entries.getInt(at));
    long length = structure.source().length();
    if (address < 0 || size > length || address > length - size || !corners.add(corner)) {
      throw new HdfException("its index of chunks is out of order");
    }
    structure.begin(address);
    structure.spendContent(size);
    chunks.add(new Chunk(corner, address, size, entries.getInt(at + 4)));
  }
}
