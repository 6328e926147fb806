package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.Map;

/** The older way to list what a group holds: a tree of nodes with links, their names in a heap. */
final class SymbolTable {
  private static final int ENTRY = 40;
  private static final int SYMBOLIC_LINK = 2;

  private final Structure structure;
  private final ByteBuffer names;
  private final Map<String, Links.Target> links;

  private SymbolTable(Structure structure, ByteBuffer names, Map<String, Links.Target> links) {
    this.structure = structure;
    this.names = names;
    this.links = links;
  }

  /** Adds the links of a group to a map. */
  static void read(Structure structure, ByteBuffer message, Map<String, Links.Target> links) {
    long tree = message.getLong(0);
    ByteBuffer heap = structure.bytes(message.getLong(8), 32);
    Structure.require(heap, "HEAP");
    ByteBuffer names = structure.bytes(heap.getLong(24), heap.getLong(8));
    new SymbolTable(structure, names, links).readTree(tree, 256);
  }

  /** A node of the tree; its children stand one level lower. */
  private void readTree(long address, int below) {
    structure.begin(address);
    ByteBuffer node = structure.bytes(address, 24);
    Structure.require(node, "TREE");
    int level = Byte.toUnsignedInt(node.get(5));
    if (node.get(4) != 0 || level >= below) {
      throw new HdfException("the index of a group is out of order");
    }
    int count = Short.toUnsignedInt(node.getShort(6));
    ByteBuffer entries = structure.bytes(address + 24, 16L * count + 8);
    for (int i = 0; i < count; i++) {
      long child = entries.getLong(16 * i + 8);
      if (level > 0) {
        readTree(child, level);
      } else {
        readLinks(child);
      }
    }
  }

  private void readLinks(long address) {
    structure.begin(address);
    ByteBuffer node = structure.bytes(address, 8);
    Structure.require(node, "SNOD");
    int count = Short.toUnsignedInt(node.getShort(6));
    ByteBuffer entries = structure.bytes(address + 8, (long) ENTRY * count);
    for (int i = 0; i < count; i++) {
      String name = name(entries.getLong(ENTRY * i));
      boolean isLink = entries.getInt(ENTRY * i + 16) == SYMBOLIC_LINK;
      Links.Target target =
          isLink
              ? new Links.Target(0, "a symbolic link")
              : new Links.Target(entries.getLong(ENTRY * i + 8), null);
      links.put(name, target);
    }
  }

  private String name(long offset) {
    if (offset < 0 || offset >= names.limit()) {
      throw new HdfException("a name lies outside the heap of names");
    }
    ByteBuffer from = names.duplicate().position((int) offset);
    String name = Buffers.text(from);
    structure.spend(name.length());
    return name;
  }
}
