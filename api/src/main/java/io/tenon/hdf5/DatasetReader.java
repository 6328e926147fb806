package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads what describes an array, and makes sure that its content lies within the file. */
final class DatasetReader {
  private static final int COMPACT = 0;
  private static final int CONTIGUOUS = 1;
  private static final int CHUNKED = 2;

  private final Structure structure;
  private final String path;
  private final List<ObjectHeader.Message> messages;

  DatasetReader(Structure structure, String path, List<ObjectHeader.Message> messages) {
    this.structure = structure;
    this.path = path;
    this.messages = messages;
  }

  HdfDataset read() {
    HdfType type = Messages.type(message(ObjectHeader.DATATYPE, "type"));
    List<Long> shape = Messages.shape(message(ObjectHeader.DATASPACE, "shape"), type.size());
    HdfDataset described = new HdfDataset(type, shape, () -> ByteBuffer.allocate(0));
    boolean isElsewhere =
        messages.stream().anyMatch(message -> message.type() == ObjectHeader.EXTERNAL_FILES);
    if (isElsewhere) {
      return refused(described, "its content lies in another file, and such are not opened");
    }
    ByteBuffer layout = message(ObjectHeader.LAYOUT, "layout");
    int version = layout.get(0);
    int kind = layout.get(1);
    if (version == 3 && kind == CHUNKED) {
      return described.size() == 0 ? described : chunked(described, layout);
    }
    if (version < 3 || version > 4 || kind != COMPACT && kind != CONTIGUOUS) {
      return refused(
          described,
          "it is stored in pieces of a kind that is not read; copy the file with h5repack -l CONTI");
    }
    long size = described.size();
    if (kind == COMPACT) {
      layout.position(2);
      ByteBuffer content = Buffers.cut(layout, Short.toUnsignedInt(layout.getShort()));
      require(content.limit() == size, content.limit(), size);
      return new HdfDataset(type, shape, content::duplicate);
    }
    long address = layout.getLong(2);
    long stored = layout.getLong(10);
    if (size == 0) {
      return described;
    }
    require(stored == size, stored, size);
    long length = structure.source().length();
    require(address >= 0 && size <= length && address <= length - size, length - address, size);
    structure.begin(address);
    structure.spendContent(size);
    return new HdfDataset(type, shape, () -> structure.source().read(address, size));
  }

  private HdfDataset chunked(HdfDataset described, ByteBuffer layout) {
    List<Long> shape = described.shape();
    int element = described.type().size();
    List<Integer> chunk = new ArrayList<>();
    if (shape.isEmpty() || layout.get(2) != shape.size() + 1) {
      throw new HdfException(path + ": its chunks have other axes than itself");
    }
    for (int i = 0; i < shape.size(); i++) {
      chunk.add(layout.getInt(11 + 4 * i));
    }
    Filters filters = new Filters(List.of());
    for (ObjectHeader.Message message : messages) {
      if (message.type() == ObjectHeader.FILTERS) {
        filters = Filters.read(message(ObjectHeader.FILTERS, "filters"));
      }
    }
    if (!filters.areKnown()) {
      return refused(
          described,
          "it is stored through filters other than deflate and shuffle; copy the file with h5repack"
              + " -f NONE");
    }
    try {
      long size = ChunkedContent.size(chunk, element);
      List<ChunkIndex.Chunk> chunks = ChunkIndex.read(structure, layout.getLong(3), shape, chunk);
      structure.spendUnpacked(size, chunks.size());
      return new HdfDataset(
          described.type(),
          shape,
          new ChunkedContent(structure.source(), shape, element, chunk, filters, chunks, path));
    } catch (HdfException e) {
      throw new HdfException("%s: %s".formatted(path, e.getMessage()));
    }
  }

  private void require(boolean holds, long found, long expected) {
    if (!holds) {
      throw new HdfException(
          "%s: its shape and type need %d bytes, the file has %d for it"
              .formatted(path, expected, found));
    }
  }

  /** An array that is refused only when it is asked for its content. */
  private HdfDataset refused(HdfDataset dataset, String why) {
    return new HdfDataset(
        dataset.type(),
        dataset.shape(),
        () -> {
          throw new HdfException("%s: %s".formatted(path, why));
        });
  }

  private ByteBuffer message(int type, String what) {
    for (ObjectHeader.Message message : messages) {
      if (message.type() == type) {
        if (message.shared()) {
          throw new HdfException("%s: its %s stands elsewhere".formatted(path, what));
        }
        return message.content();
      }
    }
    throw new HdfException("%s lacks its %s".formatted(path, what));
  }
}
