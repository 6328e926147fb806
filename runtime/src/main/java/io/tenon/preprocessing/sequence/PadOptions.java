package io.tenon.preprocessing.sequence;

import io.tenon.DataType;
import io.tenon.preprocessing.Require;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How sequences are brought to one length. Defaults are those of Keras's {@code pad_sequences}. */
public final class PadOptions {
  private @Nullable Integer maxlen;
  private @Nullable DataType dataType;
  private Side padding = Side.PRE;
  private Side truncating = Side.PRE;
  private double value;

  /** The defaults. */
  public PadOptions() {}

  /**
   * The length to bring sequences to. Default: that of the longest.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public PadOptions maxlen(int maxlen) {
    this.maxlen = Require.positive("maxlen", maxlen);
    return this;
  }

  /**
   * The type of the result, Keras's {@code dtype}. Default: that of the sequences. Keras's own
   * default is int32 always, which cuts the fractions of floats off.
   *
   * @throws IllegalArgumentException for truth values
   */
  public PadOptions dtype(DataType dataType) {
    if (dataType == DataType.BOOL) {
      throw new IllegalArgumentException("dtype must be INT32 or FLOAT32, found BOOL");
    }
    this.dataType = dataType;
    return this;
  }

  /** Where shorter sequences are filled up. Default {@link Side#PRE}. */
  public PadOptions padding(Side side) {
    this.padding = side;
    return this;
  }

  /** Where longer sequences are cut off. Default {@link Side#PRE}: the last elements stay. */
  public PadOptions truncating(Side side) {
    this.truncating = side;
    return this;
  }

  /**
   * What is filled in. Default 0.
   *
   * @throws IllegalArgumentException if infinite or not a number
   */
  public PadOptions value(double value) {
    this.value = Require.finite("value", value);
    return this;
  }

  OptionalInt maxlen() {
    return maxlen == null ? OptionalInt.empty() : OptionalInt.of(maxlen);
  }

  Optional<DataType> dtype() {
    return Optional.ofNullable(dataType);
  }

  Side padding() {
    return padding;
  }

  Side truncating() {
    return truncating;
  }

  double value() {
    return value;
  }
}
