package io.tenon.hdf5;

import java.nio.ByteOrder;

/**
 * The type of an element.
 *
 * @param kind what it is
 * @param size its bytes; of text of any length, those of the reference to it
 * @param order the order of a number's bytes
 * @param utf8 whether text is in UTF-8, or else in ASCII
 */
public record HdfType(Kind kind, int size, ByteOrder order, boolean utf8) {
  /** 32-bit floating point, as h5py writes it. */
  public static final HdfType FLOAT32 = number(Kind.FLOAT, 4);

  /** 64-bit floating point. */
  public static final HdfType FLOAT64 = number(Kind.FLOAT, 8);

  /** A 32-bit signed integer. */
  public static final HdfType INT32 = number(Kind.INTEGER, 4);

  /** A 64-bit signed integer. */
  public static final HdfType INT64 = number(Kind.INTEGER, 8);

  /** Text of any length in ASCII, as h5py writes Python's bytes. */
  public static final HdfType ASCII = new HdfType(Kind.TEXT, 16, ByteOrder.LITTLE_ENDIAN, false);

  /** Text of any length in UTF-8, as h5py writes Python's strings. */
  public static final HdfType UTF8 = new HdfType(Kind.TEXT, 16, ByteOrder.LITTLE_ENDIAN, true);

  /** What an element may be. */
  public enum Kind {
    /** A floating-point number of IEEE 754. */
    FLOAT,
    /** A signed integer. */
    INTEGER,
    /** Text of any length. */
    TEXT,
    /** Text of a given number of bytes, the rest of them 0. */
    FIXED_TEXT,
    /** Anything else, which is not read. */
    OTHER
  }

  /** ASCII text of a number of bytes. */
  public static HdfType fixedText(int size) {
    return new HdfType(Kind.FIXED_TEXT, size, ByteOrder.LITTLE_ENDIAN, false);
  }

  private static HdfType number(Kind kind, int size) {
    return new HdfType(kind, size, ByteOrder.LITTLE_ENDIAN, false);
  }

  /** As h5py calls it: {@code float32}, {@code int64}, {@code text/ascii}, {@code text12/ascii}. */
  @Override
  public String toString() {
    return switch (kind) {
      case FLOAT -> "float" + 8 * size;
      case INTEGER -> "int" + 8 * size;
      case TEXT -> utf8 ? "text/utf8" : "text/ascii";
      case FIXED_TEXT -> "text" + size + (utf8 ? "/utf8" : "/ascii");
      case OTHER -> "another type of " + size + " bytes";
    };
  }
}
