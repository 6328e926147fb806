package io.tenon.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages, as object headers of version 2 hold them. */
final class MessageWriter {
  private static final int LARGEST = 65_535;

  private final Bytes messages = new Bytes();

  private MessageWriter add(int type, Bytes content) {
    if (content.size() > LARGEST) {
      throw new IllegalArgumentException(
          "%d bytes do not fit the header of an object: at most %d"
              .formatted(content.size(), LARGEST));
    }
    messages.one(type).two(content.size()).one(0).all(content.toArray());
    return this;
  }

  MessageWriter group() {
    add(ObjectHeader.LINK_INFO, new Bytes().one(0, 0).eight(-1).eight(-1));
    return add(ObjectHeader.GROUP_INFO, new Bytes().one(0, 0));
  }

  MessageWriter link(String name, long address) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    // Version 1, the name's encoding told, its length in two bytes.
    return add(
        ObjectHeader.LINK, new Bytes().one(1, 0x11, 1).two(text.length).all(text).eight(address));
  }

  MessageWriter dataset(HdfDataset dataset, long address) {
    add(ObjectHeader.DATASPACE, shape(dataset.shape()));
    add(ObjectHeader.DATATYPE, type(dataset.type()));
    // Version 3: allocated late, and written if set; the value is HDF5's own.
    add(ObjectHeader.FILL_VALUE, new Bytes().one(3, 0x0A));
    return add(ObjectHeader.LAYOUT, new Bytes().one(3, 1).eight(address).eight(dataset.size()));
  }

  /** That attributes stand in the header itself. */
  MessageWriter attributesHere() {
    return add(ObjectHeader.ATTRIBUTE_INFO, new Bytes().one(0, 0).eight(-1).eight(-1));
  }

  MessageWriter attribute(String name, HdfAttribute attribute, byte[] content) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] type = type(attribute.type()).toArray();
    byte[] shape = shape(attribute.shape()).toArray();
    return add(
        ObjectHeader.ATTRIBUTE,
        new Bytes()
            .one(3, 0)
            .two(text.length + 1)
            .two(type.length)
            .two(shape.length)
            .one(1)
            .all(text)
            .one(0)
            .all(type)
            .all(shape)
            .all(content));
  }

  private static Bytes shape(List<Long> sizes) {
    Bytes shape = new Bytes().one(2, sizes.size(), 0, sizes.isEmpty() ? 0 : 1);
    sizes.forEach(shape::eight);
    return shape;
  }

  private static Bytes type(HdfType type) {
    int size = type.size();
    Bytes bytes = new Bytes();
    return switch (type.kind()) {
      case INTEGER -> bytes.one(0x10, 0x08, 0, 0).four(size).two(0).two(8 * size);
      case FLOAT -> {
        int exponent = size == Float.BYTES ? 8 : 11;
        int mantissa = 8 * size - 1 - exponent;
        yield bytes
            .one(0x11, 0x20, 8 * size - 1, 0)
            .four(size)
            .two(0)
            .two(8 * size)
            .one(mantissa, exponent, 0, mantissa)
            .four((1 << (exponent - 1)) - 1);
      }
      // Text of any length is a sequence of single bytes.
      case TEXT ->
          bytes
              .one(0x19, 1, type.utf8() ? 1 : 0, 0)
              .four(size)
              .one(0x10, 0, 0, 0)
              .four(1)
              .two(0)
              .two(8);
      case FIXED_TEXT -> bytes.one(0x13, type.utf8() ? 0x11 : 1, 0, 0).four(size);
      case OTHER -> throw new IllegalArgumentException("cannot write " + type);
    };
  }

  /** The header, with its checksum. */
  byte[] header() {
    return new Bytes()
        .all("OHDR".getBytes(StandardCharsets.US_ASCII))
        .one(2, 2)
        .four(messages.size())
        .all(messages.toArray())
        .withChecksum();
  }
}
