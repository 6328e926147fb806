package io.tenon.hdf5;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * Reads a file's groups and attributes at once, and the content of its arrays when they are asked.
 */
public final class HdfReader {
  /** Deeper than Keras nests groups, and shallow enough for any stack. */
  private static final int DEEPEST = 100;

  private final Structure structure;
  private final AttributeReader attributes;

  private HdfReader(HdfSource source) {
    this.structure = new Structure(source);
    this.attributes = new AttributeReader(structure);
  }

  /**
   * The group that holds all others.
   *
   * @throws HdfException if the file is not HDF5, is damaged, or uses what is not read
   */
  public static HdfGroup read(HdfSource source) {
    HdfReader reader = new HdfReader(source);
    try {
      return reader.group(reader.messages(Superblock.root(reader.structure), "/"), "/", 0);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new HdfException("a part of it is shorter than it should be");
    }
  }

  private List<ObjectHeader.Message> messages(long address, String path) {
    try {
      return ObjectHeader.read(structure, address);
    } catch (HdfException e) {
      throw new HdfException("%s: %s".formatted(path, e.getMessage()));
    }
  }

  private HdfGroup group(List<ObjectHeader.Message> messages, String path, int depth) {
    if (depth > DEEPEST) {
      throw new HdfException("its groups are nested deeper than " + DEEPEST);
    }
    HdfGroup group = new HdfGroup();
    for (ObjectHeader.Message message : messages) {
      if (message.type() == ObjectHeader.ATTRIBUTE && !message.shared()) {
        attributes.read(message.content(), group);
      } else if (message.type() == ObjectHeader.ATTRIBUTE_INFO && isInHeap(message.content())) {
        throw new HdfException(
            path + " keeps its attributes in a heap, as Keras never does; copy it with h5repack");
      }
    }
    for (Map.Entry<String, Links.Target> link : Links.read(structure, messages).entrySet()) {
      group.children().put(link.getKey(), node(link.getValue(), path + link.getKey(), depth));
    }
    return group;
  }

  private static boolean isInHeap(ByteBuffer message) {
    int start = (message.get(1) & 1) != 0 ? 4 : 2;
    return message.getLong(start) != Structure.UNDEFINED;
  }

  private HdfNode node(Links.Target target, String path, int depth) {
    if (target.elsewhere() != null) {
      return new HdfLink(target.elsewhere());
    }
    List<ObjectHeader.Message> messages = messages(target.address(), path);
    boolean isDataset =
        messages.stream().anyMatch(message -> message.type() == ObjectHeader.LAYOUT);
    return isDataset
        ? new DatasetReader(structure, path, messages).read()
        : group(messages, path + "/", depth + 1);
  }
}
