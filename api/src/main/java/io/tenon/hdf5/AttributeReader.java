package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads attributes, and the texts in heaps that they refer to. */
final class AttributeReader {
  private final Structure structure;
  private final Map<Long, Map<Integer, ByteBuffer>> heaps = new HashMap<>();

  AttributeReader(Structure structure) {
    this.structure = structure;
  }

  /** Adds the attribute of a message to a group. */
  void read(ByteBuffer message, HdfGroup group) {
    int version = message.get();
    int flags = message.get();
    if (version < 1 || version > 3) {
      throw new HdfException("an attribute has the unknown version " + version);
    }
    int nameSize = Short.toUnsignedInt(message.getShort());
    int typeSize = Short.toUnsignedInt(message.getShort());
    int shapeSize = Short.toUnsignedInt(message.getShort());
    if (version == 3) {
      message.get();
    }
    String name = Buffers.text(part(message, nameSize, version));
    ByteBuffer typeMessage = part(message, typeSize, version);
    ByteBuffer shapeMessage = part(message, shapeSize, version);
    if (version > 1 && flags != 0) {
      return; // of a type that stands elsewhere: none of Keras's
    }
    HdfType type = Messages.type(typeMessage);
    List<Long> shape = Messages.shape(shapeMessage, type.size());
    long count = shape.stream().reduce(1L, (a, b) -> a * b);
    ByteBuffer values = Buffers.cut(message, count * type.size());
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count && isText(type); i++) {
      ByteBuffer element = Buffers.cut(values, type.size());
      texts.add(type.kind() == HdfType.Kind.TEXT ? fromHeap(element) : Buffers.text(element));
    }
    group.put(name, new HdfAttribute(type, shape, texts));
  }

  private static boolean isText(HdfType type) {
    return type.kind() == HdfType.Kind.TEXT || type.kind() == HdfType.Kind.FIXED_TEXT;
  }

  /** In the first version each part is filled up to a multiple of 8 bytes. */
  private static ByteBuffer part(ByteBuffer message, int size, int version) {
    ByteBuffer part = Buffers.cut(message, size);
    if (version == 1) {
      Buffers.align(message);
    }
    return part;
  }

  private String fromHeap(ByteBuffer reference) {
    long length = Integer.toUnsignedLong(reference.getInt(0));
    long address = reference.getLong(4);
    if (length == 0) {
      return "";
    }
    Map<Integer, ByteBuffer> heap = heaps.get(address);
    if (heap == null) {
      heap = readHeap(address);
      heaps.put(address, heap);
    }
    ByteBuffer text = heap.get(reference.getInt(12));
    if (text == null || length > text.limit()) {
      throw new HdfException("an attribute's text is not where it should be");
    }
    structure.spend(length);
    return StandardCharsets.UTF_8.decode(text.slice(0, (int) length)).toString();
  }

  private Map<Integer, ByteBuffer> readHeap(long address) {
    structure.begin(address);
    ByteBuffer start = structure.bytes(address, 16);
    Structure.require(start, "GCOL");
    ByteBuffer heap = structure.bytes(address, start.getLong(8));
    Map<Integer, ByteBuffer> texts = new HashMap<>();
    heap.position(Math.min(16, heap.limit()));
    while (heap.remaining() >= 16) {
      int index = Short.toUnsignedInt(heap.getShort());
      heap.position(heap.position() + 6);
      long size = heap.getLong();
      if (index == 0) {
        break; // what is left is free
      }
      texts.put(index, Buffers.cut(heap, size));
      Buffers.align(heap);
    }
    return texts;
  }
}
