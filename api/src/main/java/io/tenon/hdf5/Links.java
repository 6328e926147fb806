package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a group holds: names, and where they lead. */
final class Links {
  private static final int HARD = 0;
  private static final int SYMBOLIC = 1;

  private Links() {}

  /**
   * Where a name leads.
   *
   * @param elsewhere what kind of link it is, if it leads to no object of this file's
   */
  record Target(long address, @Nullable String elsewhere) {}

  /** The links in a group's messages. */
  static Map<String, Target> read(Structure structure, List<ObjectHeader.Message> messages) {
    Map<String, Target> links = new LinkedHashMap<>();
    for (ObjectHeader.Message message : messages) {
      ByteBuffer content = message.content();
      switch (message.type()) {
        case ObjectHeader.SYMBOL_TABLE -> SymbolTable.read(structure, content, links);
        case ObjectHeader.LINK -> add(content, links);
        case ObjectHeader.LINK_INFO -> {
          int start = (content.get(1) & 1) != 0 ? 10 : 2;
          if (content.getLong(start) != Structure.UNDEFINED) {
            throw new HdfException(
                "a group keeps its links in a heap, as Keras never does; copy the file with"
                    + " h5repack");
          }
        }
        default -> {}
      }
    }
    return links;
  }

  private static void add(ByteBuffer message, Map<String, Target> links) {
    if (message.get() != 1) {
      throw new HdfException("a link has an unknown version");
    }
    int flags = message.get();
    int type = (flags & 8) != 0 ? Byte.toUnsignedInt(message.get()) : HARD;
    int skipped = ((flags & 4) != 0 ? 8 : 0) + ((flags & 16) != 0 ? 1 : 0);
    message.position(message.position() + skipped);
    long length = Buffers.number(message, 1 << (flags & 3));
    String name = StandardCharsets.UTF_8.decode(Buffers.cut(message, length)).toString();
    Target target =
        switch (type) {
          case HARD -> new Target(message.getLong(), null);
          case SYMBOLIC -> new Target(0, "a symbolic link");
          default -> new Target(0, "a link to another file");
        };
    links.put(name, target);
  }
}
