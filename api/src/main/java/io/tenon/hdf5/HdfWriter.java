package io.tenon.hdf5;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Writes a file from beginning to end: every place in it is known before its first byte, so that it
 * can go into any stream, and the content of each array is held only while it is written.
 */
public final class HdfWriter {
  private static final int SUPERBLOCK = 48;

  private final TextHeap heap = new TextHeap(SUPERBLOCK);
  private final IdentityHashMap<HdfAttribute, byte[]> contents = new IdentityHashMap<>();
  private final IdentityHashMap<HdfNode, Long> addresses = new IdentityHashMap<>();
  private final OutputStream out;
  private long end;

  private HdfWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes a file.
   *
   * @throws IOException if the stream does
   * @throws IllegalArgumentException if it holds links, or an attribute too long for its header
   */
  public static void write(HdfGroup root, OutputStream out) throws IOException {
    new HdfWriter(out).writeAll(root);
  }

  private void writeAll(HdfGroup root) throws IOException {
    encode(root);
    List<byte[]> texts = heap.finish();
    end = heap.end();
    place(root);
    out.write(superblock(address(root)));
    for (byte[] block : texts) {
      out.write(block);
    }
    write(root);
  }

  private byte[] superblock(long root) {
    return new Bytes()
        .all(Superblock.SIGNATURE)
        .one(2, 8, 8, 0)
        .eight(0)
        .eight(-1)
        .eight(end)
        .eight(root)
        .withChecksum();
  }

  private void encode(HdfGroup group) {
    for (HdfAttribute attribute : group.attributes().values()) {
      Bytes content = new Bytes();
      for (String text : attribute.texts()) {
        if (attribute.type().kind() == HdfType.Kind.TEXT) {
          content.all(heap.add(text));
        } else {
          int end = content.size() + attribute.type().size();
          content.all(text.getBytes(StandardCharsets.UTF_8)).fill(end);
        }
      }
      contents.put(attribute, content.toArray());
    }
    for (HdfNode child : group.children().values()) {
      if (child instanceof HdfGroup inner) {
        encode(inner);
      }
    }
  }

  private void place(HdfNode node) {
    addresses.put(node, end);
    end += header(node).length;
    if (node instanceof HdfGroup group) {
      group.children().values().forEach(this::place);
    } else if (node instanceof HdfDataset dataset) {
      end += padded(dataset.size());
    }
  }

  private static long padded(long size) {
    return (size + 7) / 8 * 8;
  }

  private byte[] header(HdfNode node) {
    MessageWriter messages = new MessageWriter();
    if (node instanceof HdfDataset dataset) {
      // What an array describes has a fixed size, after which its content begins.
      long size = new MessageWriter().dataset(dataset, 0).header().length;
      return messages.dataset(dataset, address(node) + size).header();
    } else if (node instanceof HdfGroup group) {
      messages.group();
      group.children().forEach((name, child) -> messages.link(name, address(child)));
      if (!group.attributes().isEmpty()) {
        messages.attributesHere();
      }
      group
          .attributes()
          .forEach(
              (name, attribute) ->
                  messages.attribute(
                      name, attribute, contents.getOrDefault(attribute, new byte[0])));
      return messages.header();
    }
    throw new IllegalArgumentException("links are not written");
  }

  private long address(HdfNode node) {
    return addresses.getOrDefault(node, 0L);
  }

  private void write(HdfNode node) throws IOException {
    out.write(header(node));
    if (node instanceof HdfGroup group) {
      for (HdfNode child : group.children().values()) {
        write(child);
      }
    } else if (node instanceof HdfDataset dataset) {
      ByteBuffer bytes = dataset.content().bytes();
      byte[] content = new byte[bytes.remaining()];
      bytes.get(content);
      if (content.length != dataset.size()) {
        throw new IllegalStateException(
            "an array of %d bytes was given %d".formatted(dataset.size(), content.length));
      }
      out.write(content);
      out.write(new byte[(int) (padded(content.length) - content.length)]);
    }
  }
}
