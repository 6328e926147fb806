package io.tenon.preprocessing.image;

/** What stands outside an image, where a transform looks there. Names are Keras's. */
public enum FillMode {
  /** One value: kkkk|abcd|kkkk. */
  CONSTANT,
  /** The pixel at the border: aaaa|abcd|dddd. */
  NEAREST,
  /** The image mirrored at its border: dcba|abcd|dcba. */
  REFLECT,
  /**
   * The image again, first and last pixel taken for one and the same, as in SciPy's {@code wrap}.
   */
  WRAP;

  /** A coordinate that {@link #map} gives for one that has no place in the image. */
  static final double OUTSIDE = -1;

  /** Where in an axis of a length a coordinate leads. */
  double map(double at, int length) {
    if (at >= 0 && at <= length - 1) {
      return at;
    }
    return switch (this) {
      case CONSTANT -> OUTSIDE;
      case NEAREST -> at < 0 ? 0 : length - 1;
      case REFLECT -> reflect(at, length);
      case WRAP -> length == 1 ? 0 : at - (length - 1) * Math.floor(at / (length - 1));
    };
  }

  /**
   * The pixel that stands for one outside, where neighbours of a coordinate reach over the edge.
   */
  int tap(int at, int length) {
    if (at >= 0 && at < length) {
      return at;
    }
    return switch (this) {
      case NEAREST -> at < 0 ? 0 : length - 1;
      case REFLECT -> {
        int period = Math.floorMod(at, 2 * length);
        yield period < length ? period : 2 * length - 1 - period;
      }
      // SciPy mirrors about the border pixel for both of these.
      case CONSTANT, WRAP -> {
        if (length == 1) {
          yield 0;
        }
        int period = Math.floorMod(at, 2 * length - 2);
        yield period < length ? period : 2 * length - 2 - period;
      }
    };
  }

  private static double reflect(double at, int length) {
    double period = at - 2.0 * length * Math.floor(at / (2.0 * length));
    return period < length ? period : 2.0 * length - 1 - period;
  }
}
