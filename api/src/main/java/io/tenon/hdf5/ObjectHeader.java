package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What stands at the beginning of a group or dataset: a list of messages that describe it. */
final class ObjectHeader {
  static final int DATASPACE = 0x01;
  static final int LINK_INFO = 0x02;
  static final int DATATYPE = 0x03;
  static final int FILL_VALUE = 0x05;
  static final int LINK = 0x06;
  static final int EXTERNAL_FILES = 0x07;
  static final int LAYOUT = 0x08;
  static final int GROUP_INFO = 0x0A;
  static final int FILTERS = 0x0B;
  static final int ATTRIBUTE = 0x0C;
  static final int ATTRIBUTE_INFO = 0x15;
  static final int SYMBOL_TABLE = 0x11;
  private static final int CONTINUATION = 0x10;
  private static final int SHARED = 2;

  private final Structure structure;
  private final List<Message> messages = new ArrayList<>();
  private final Deque<ByteBuffer> blocks = new ArrayDeque<>();

  /** A message: its number in the format's list, and its content. */
  record Message(int type, boolean shared, ByteBuffer content) {}

  private ObjectHeader(Structure structure) {
    this.structure = structure;
  }

  /** The messages of the object at an address. */
  static List<Message> read(Structure structure, long address) {
    structure.begin(address);
    ObjectHeader header = new ObjectHeader(structure);
    if (structure.bytes(address, 1).get(0) == 1) {
      header.readOld(address);
    } else {
      header.readNew(address);
    }
    return header.messages;
  }

  private void readOld(long address) {
    ByteBuffer start = structure.bytes(address, 16);
    int count = Short.toUnsignedInt(start.getShort(2));
    blocks.add(structure.bytes(address + 16, Integer.toUnsignedLong(start.getInt(8))));
    while (!blocks.isEmpty()) {
      readOldBlock(blocks.remove(), count);
    }
  }

  private void readOldBlock(ByteBuffer block, int most) {
    while (block.remaining() >= 8 && messages.size() < most) {
      int type = Short.toUnsignedInt(block.getShort());
      int size = Short.toUnsignedInt(block.getShort());
      int flags = block.get();
      block.position(block.position() + 3);
      ByteBuffer content = Buffers.cut(block, size);
      add(type, flags, content);
      if (type == CONTINUATION) {
        long at = content.getLong(0);
        structure.begin(at);
        blocks.add(structure.bytes(at, content.getLong(8)));
      }
    }
  }

  private void readNew(long address) {
    ByteBuffer start = structure.bytes(address, 6);
    Structure.require(start, "OHDR");
    if (start.get(4) != 2) {
      throw new HdfException("an object header has the unknown version " + start.get(4));
    }
    int flags = start.get(5);
    int widths = 1 << (flags & 3);
    int prefix = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
    long size = Buffers.number(structure.bytes(address + prefix, widths), widths);
    if (size < 0 || size > structure.source().length()) {
      throw new HdfException("an object header is longer than the file");
    }
    ByteBuffer whole = structure.bytes(address, prefix + widths + size + 4);
    Checksum.verify(whole);
    blocks.add(whole.position(prefix + widths).limit(whole.limit() - 4));
    while (!blocks.isEmpty()) {
      readNewBlock(blocks.remove(), (flags & 4) != 0);
    }
  }

  private void readNewBlock(ByteBuffer block, boolean ordered) {
    int least = ordered ? 6 : 4;
    while (block.remaining() >= least) {
      int type = Byte.toUnsignedInt(block.get());
      int size = Short.toUnsignedInt(block.getShort());
      int flags = block.get();
      block.position(block.position() + least - 4);
      ByteBuffer content = Buffers.cut(block, size);
      add(type, flags, content);
      if (type == CONTINUATION) {
        long at = content.getLong(0);
        structure.begin(at);
        ByteBuffer next = structure.bytes(at, content.getLong(8));
        Structure.require(next, "OCHK");
        Checksum.verify(next);
        blocks.add(next.limit(next.limit() - 4));
      }
    }
  }

  private void add(int type, int flags, ByteBuffer content) {
    messages.add(new Message(type, (flags & SHARED) != 0, content));
  }
}
