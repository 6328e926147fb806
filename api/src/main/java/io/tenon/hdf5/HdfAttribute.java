package io.tenon.hdf5;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A small value beside a group or dataset.
 *
 * @param type the type of an element
 * @param shape the sizes of its axes; none for a single value
 * @param texts the elements, where they are text; empty for numbers, which are not read
 */
public record HdfAttribute(HdfType type, List<Long> shape, List<String> texts) {
  /** Copies the lists. */
  public HdfAttribute {
    shape = List.copyOf(shape);
    texts = List.copyOf(texts);
  }

  /** A single text of any length. */
  public static HdfAttribute text(HdfType type, String text) {
    return new HdfAttribute(type, List.of(), List.of(text));
  }

  /**
   * A list of names as h5py stores a list of Python's bytes: texts of any length, and an empty list
   * as no 64-bit numbers.
   */
  public static HdfAttribute names(List<String> names) {
    return names.isEmpty()
        ? new HdfAttribute(HdfType.FLOAT64, List.of(0L), List.of())
        : new HdfAttribute(HdfType.ASCII, List.of((long) names.size()), names);
  }

  /** A list of names as h5py stores an array of Python's bytes, each as long as the longest. */
  public static HdfAttribute fixedNames(List<String> names) {
    int longest = names.stream().mapToInt(HdfAttribute::bytes).max().orElse(1);
    return new HdfAttribute(HdfType.fixedText(longest), List.of((long) names.size()), names);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
