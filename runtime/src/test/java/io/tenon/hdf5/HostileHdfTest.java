package io.tenon.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links, contents elsewhere, and parts that many ways lead to. */
class HostileHdfTest {
  private static final int ROOT = 48;

  /** A file whose first group has these messages, and after it other bytes. */
  private static HdfGroup read(Bytes messages, byte[]... others) {
    byte[] header = header(messages);
    Bytes after = new Bytes().all(header);
    for (byte[] other : others) {
      after.all(other);
    }
    Bytes file =
        new Bytes()
            .all(Superblock.SIGNATURE)
            .one(2, 8, 8, 0)
            .eight(0)
            .eight(-1)
            .eight(ROOT + after.size())
            .eight(ROOT);
    return HdfReader.read(
        HdfSource.of(new Bytes().all(file.withChecksum()).all(after.toArray()).toArray()));
  }

  private static byte[] header(Bytes messages) {
    return new Bytes()
        .all("OHDR".getBytes(StandardCharsets.US_ASCII))
        .one(2, 2)
        .four(messages.size())
        .all(messages.toArray())
        .withChecksum();
  }

  private static Bytes add(Bytes messages, int type, Bytes content) {
    return messages.one(type).two(content.size()).one(0).all(content.toArray());
  }

  private static Bytes link(int kind, String name, Bytes target) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return new Bytes().one(1, 8, kind, text.length).all(text).all(target.toArray());
  }

  private static Bytes hardLink(String name, long address) {
    return link(0, name, new Bytes().eight(address));
  }

  @Test
  void linksAreToldOfAndNotFollowed() {
    Bytes soft = link(1, "soft", new Bytes().two(4).all(new byte[] {'/', 'a', '/', 'b'}));
    Bytes external = link(64, "other", new Bytes().two(5).all(new byte[] {0, 'f', 0, '/', 0}));
    Bytes messages = add(new Bytes(), ObjectHeader.LINK, soft);

    HdfGroup root = read(add(messages, ObjectHeader.LINK, external));

    assertThat(root.child("soft")).isEqualTo(new HdfLink("a symbolic link"));
    assertThat(root.child("other")).isEqualTo(new HdfLink("a link to another file"));
  }

  @Test
  void aGroupWithinItselfIsRefused() {
    Bytes messages = add(new Bytes(), ObjectHeader.LINK, hardLink("self", ROOT));

    assertThatThrownBy(() -> read(messages))
        .isInstanceOf(HdfException.class)
        .hasMessageContaining("two ways lead to the same place");
  }

  @Test
  void oneObjectUnderManyNamesIsRefused() {
    Bytes messages = new Bytes();
    for (int i = 0; i < 1000; i++) {
      add(messages, ObjectHeader.LINK, hardLink("n" + i, 40_000));
    }

    assertThatThrownBy(() -> read(messages, new byte[50_000])).isInstanceOf(HdfException.class);
  }

  @Test
  void groupsNestedWithoutEndAreRefused() {
    // Each group is at a place of its own: header after header.
    List<byte[]> headers = new ArrayList<>();
    long address =
        (long) ROOT + header(add(new Bytes(), ObjectHeader.LINK, hardLink("a", 0))).length;
    long size = address - ROOT;
    for (int i = 1; i < 5000; i++) {
      headers.add(header(add(new Bytes(), ObjectHeader.LINK, hardLink("a", address + size * i))));
    }
    Bytes first = add(new Bytes(), ObjectHeader.LINK, hardLink("a", address));

    assertThatThrownBy(() -> read(first, headers.toArray(byte[][]::new)))
        .isInstanceOf(HdfException.class)
        .hasMessageContaining("nested deeper than 100");
  }

  @Test
  void contentInAnotherFileIsNotRead() {
    Bytes array = new Bytes();
    add(array, ObjectHeader.DATASPACE, new Bytes().one(2, 1, 0, 1).eight(3));
    add(
        array,
        ObjectHeader.DATATYPE,
        new Bytes().one(0x11, 0x20, 31, 0).four(4).two(0).two(32).one(23, 8, 0, 23).four(127));
    add(array, ObjectHeader.LAYOUT, new Bytes().one(3, 1).eight(-1).eight(12));
    add(array, ObjectHeader.EXTERNAL_FILES, new Bytes().fill(24));
    Bytes first = add(new Bytes(), ObjectHeader.LINK, hardLink("kernel", 0));
    long address = (long) ROOT + header(first).length;

    HdfGroup root =
        read(add(new Bytes(), ObjectHeader.LINK, hardLink("kernel", address)), header(array));

    HdfDataset kernel = (HdfDataset) root.child("kernel");
    assertThatThrownBy(kernel::floats)
        .isInstanceOf(HdfException.class)
        .hasMessage("/kernel: its content lies in another file, and such are not opened");
  }
}
