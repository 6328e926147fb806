package io.tenon;

import java.util.Locale;

/** The type of a tensor's elements. */
public enum DataType {
  /** 32-bit floating point: what the engine computes in. */
  FLOAT32,
  /** 32-bit integers: tokens and classes. */
  INT32,
  /** Truth values: masks. */
  BOOL;

  /** Keras's name of the type, such as {@code float32}. */
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
