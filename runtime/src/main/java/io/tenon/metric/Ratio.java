package io.tenon.metric;

/** Division as Keras's metrics do it. */
final class Ratio {
  private Ratio() {}

  /** The quotient; 0 where the divisor is. */
  static double of(double dividend, double divisor) {
    return divisor == 0 ? 0 : dividend / divisor;
  }
}
