package io.tenon.kernel;

import org.bytedeco.dnnl.global.dnnl.algorithm;

/** Lengths and deviations on a {@link Tape}. */
final class Norms {
  /** What Keras has squared lengths be at least. */
  private static final float SMALLEST = 1e-12f;

  private Norms() {}

  /** x / max(its length, 1e-6), the length taken along axes. */
  static Value unit(Tape tape, Value x, int... axes) {
    Value squares = tape.total(tape.times(x, x), 1, axes);
    Value safe =
        tape.apply(
            Elementwise.input(algorithm.eltwise_clip_v2, SMALLEST, Float.MAX_VALUE), squares);
    return tape.times(x, power(tape, safe, -0.5f));
  }

  /** (x - mean) / sqrt(variance + epsilon), both taken along axes. */
  static Value standard(Tape tape, Value x, float epsilon, int... axes) {
    Value centered = tape.sum(x, tape.total(x, share(x, axes), axes), -1);
    return byRoot(tape, centered, centered, epsilon, axes);
  }

  /** x / sqrt(variance + epsilon), the variance taken along axes. */
  static Value byDeviation(Tape tape, Value x, float epsilon, int... axes) {
    Value centered = tape.sum(x, tape.total(x, share(x, axes), axes), -1);
    return byRoot(tape, x, centered, epsilon, axes);
  }

  /** x / sqrt(mean(x^2) + epsilon), the mean taken along axes. */
  static Value byMeanSquare(Tape tape, Value x, float epsilon, int... axes) {
    return byRoot(tape, x, x, epsilon, axes);
  }

  /** x / sqrt(mean(of^2) + epsilon), the mean taken along axes. */
  private static Value byRoot(Tape tape, Value x, Value of, float epsilon, int... axes) {
    Value squares = tape.total(tape.times(of, of), share(of, axes), axes);
    return tape.times(x, inverseDeviation(tape, squares, epsilon));
  }

  /** What each element along some axes contributes to their mean. */
  private static float share(Value x, int... axes) {
    long count = 1;
    for (int axis : axes) {
      count *= x.sizes[axis];
    }
    return 1f / count;
  }

  /** 1 / sqrt(variance + epsilon). */
  static Value inverseDeviation(Tape tape, Value variance, float epsilon) {
    return power(tape, plus(tape, variance, epsilon), -0.5f);
  }

  /** x plus a number. */
  static Value plus(Tape tape, Value x, float number) {
    return tape.apply(Elementwise.input(algorithm.eltwise_linear, 1, number), x);
  }

  /** x to a power. */
  static Value power(Tape tape, Value x, float exponent) {
    return tape.apply(Elementwise.input(algorithm.eltwise_pow, 1, exponent), x);
  }
}
