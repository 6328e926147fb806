package io.tenon.hdf5;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** What was done to the bytes of each chunk before they were stored, in that order. */
record Filters(List<Integer> ids) {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int NAMED = 256;

  /** The filters that a message lists. */
  static Filters read(ByteBuffer message) {
    int version = message.get();
    int count = message.get();
    if (version < 1 || version > 2 || count < 0 || count > 32) {
      throw new HdfException("filters have the version %d, and are %d".formatted(version, count));
    }
    message.position(version == 1 ? 8 : 2);
    List<Integer> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int id = Short.toUnsignedInt(message.getShort());
      int name = version == 1 || id >= NAMED ? Short.toUnsignedInt(message.getShort()) : 0;
      message.getShort(); // whether it may fail
      int values = Short.toUnsignedInt(message.getShort());
      int words = version == 1 ? values + values % 2 : values;
      Buffers.cut(message, (version == 1 ? Buffers.padded(name) : name) + 4L * words);
      ids.add(id);
    }
    return new Filters(ids);
  }

  /** Whether all are known. */
  boolean areKnown() {
    return ids.stream().allMatch(id -> id == DEFLATE || id == SHUFFLE);
  }

  /**
   * The bytes of a chunk as they were.
   *
   * @param skipped a bit for each filter that was not applied
   * @param size how many there were
   * @param element the size of an element
   */
  byte[] undo(ByteBuffer stored, int skipped, int size, int element) {
    byte[] bytes = new byte[stored.remaining()];
    stored.get(bytes);
    for (int i = ids.size() - 1; i >= 0; i--) {
      if ((skipped >> i & 1) == 0) {
        bytes = ids.get(i) == DEFLATE ? inflate(bytes, size) : gather(bytes, element);
      }
    }
    if (bytes.length != size) {
      throw new HdfException(
          "a chunk of %d bytes was expected, found %d".formatted(size, bytes.length));
    }
    return bytes;
  }

  private static byte[] inflate(byte[] bytes, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      byte[] result = new byte[size];
      int done = 0;
      while (done < size) {
        int more = inflater.inflate(result, done, size - done);
        if (more == 0) {
          throw new HdfException("a compressed chunk is shorter than it should be");
        }
        done += more;
      }
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw new HdfException("a compressed chunk is longer than it should be");
      }
      return result;
    } catch (DataFormatException e) {
      throw new HdfException("a compressed chunk is damaged");
    } finally {
      inflater.end();
    }
  }

  /** First came the first bytes of all elements, then their second bytes, and so on. */
  private static byte[] gather(byte[] bytes, int element) {
    int count = bytes.length / element;
    byte[] result = bytes.clone(); // what is no whole element stays in its place
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < element; k++) {
        result[i * element + k] = bytes[k * count + i];
      }
    }
    return result;
  }
}
