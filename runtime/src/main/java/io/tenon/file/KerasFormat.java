package io.tenon.file;

import java.nio.file.Path;
import java.util.Locale;

/** Keras's kinds of files, by the ends of their names. */
public enum KerasFormat {
  /** A whole model in a zip. */
  KERAS(".keras"),
  /** Weights alone, as Keras 3 has them. */
  WEIGHTS_H5(".weights.h5"),
  /** A whole model, or weights alone, as Keras 2 has them. */
  H5(".h5"),
  /** An architecture alone. */
  JSON(".json");

  private final String end;

  KerasFormat(String end) {
    this.end = end;
  }

  /**
   * The kind that a file's name asks for; {@code .hdf5} is {@code .h5}.
   *
   * @throws IllegalArgumentException if the name ends otherwise
   */
  public static KerasFormat of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String known = name.endsWith(".hdf5") ? name.replaceAll("hdf5$", "h5") : name;
    for (KerasFormat format : values()) {
      if (known.endsWith(format.end)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "%s: a model's file ends with .keras, .h5, .weights.h5 or .json".formatted(file));
  }
}
