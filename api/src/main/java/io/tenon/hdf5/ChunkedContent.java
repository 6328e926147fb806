package io.tenon.hdf5;

import io.tenon.hdf5.ChunkIndex.Chunk;
import java.nio.ByteBuffer;
import java.util.List;

/** The content of an array that is stored in chunks, each of which may be compressed. */
record ChunkedContent(
    HdfSource source,
    List<Long> shape,
    int element,
    List<Integer> chunk,
    Filters filters,
    List<Chunk> chunks,
    String path)
    implements HdfDataset.Content {
  /** The number of bytes of a chunk. */
  static long size(List<Integer> chunk, int element) {
    long size = element;
    for (int axis : chunk) {
      if (axis <= 0 || size > Integer.MAX_VALUE / axis) {
        throw new HdfException("its chunks are too large to be read");
      }
      size *= axis;
    }
    return size;
  }

  @Override
  public ByteBuffer bytes() {
    long size = shape.stream().reduce((long) element, Math::multiplyExact);
    if (size > Integer.MAX_VALUE - 8) {
      throw new HdfException("an array of %d bytes is too large to be read".formatted(size));
    }
    byte[] whole = new byte[(int) size];
    for (Chunk each : chunks) {
      try {
        byte[] part =
            filters.undo(
                source.read(each.address(), each.size()),
                each.skipped(),
                (int) size(chunk, element),
                element);
        copy(part, 0, whole, 0, 0, each.corner());
      } catch (HdfException e) {
        throw new HdfException("%s: %s".formatted(path, e.getMessage()));
      }
    }
    return ByteBuffer.wrap(whole);
  }

  /**
   * Copies a part of a chunk into the array, axis by axis; what stands over its end is left out.
   *
   * @param from the index of the part's first element in the chunk, of axes up to this one
   * @param to the same in the array
   */
  private void copy(byte[] part, int from, byte[] whole, int to, int axis, List<Long> corner) {
    int start = Math.toIntExact(corner.get(axis));
    int length = (int) Math.min(chunk.get(axis), shape.get(axis) - start);
    int first = from * chunk.get(axis);
    int target = to * Math.toIntExact(shape.get(axis)) + start;
    if (axis == chunk.size() - 1) {
      System.arraycopy(part, first * element, whole, target * element, length * element);
      return;
    }
    for (int i = 0; i < length; i++) {
      copy(part, first + i, whole, target + i, axis + 1, corner);
    }
  }
}
