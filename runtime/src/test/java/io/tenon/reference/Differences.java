package io.tenon.reference;

import java.util.List;

/**
 * Central differences of sum(output * R).
 *
 * @param reference what gives the outputs
 * @param inputs what it reads
 * @param weights its weights
 * @param factors R, one for each output
 */
record Differences(
    Reference reference, List<Numbers> inputs, List<Numbers> weights, List<Numbers> factors) {
  /** How far the differences to both sides may lie apart where there is no kink. */
  private static final double SMOOTH = 1e-4;

  /**
   * The derivative with respect to one element; NaN at a kink, where there is none.
   *
   * @param of one of the inputs or weights
   */
  double of(Numbers of, int element, double step) {
    double value = of.values[element];
    double here = objective();
    of.values[element] = value + step;
    double above = objective();
    of.values[element] = value - step;
    double below = objective();
    of.values[element] = value;
    double right = (above - here) / step;
    double left = (here - below) / step;
    boolean smooth = Math.abs(right - left) < SMOOTH * Math.max(1, Math.abs(right));
    return smooth ? (right + left) / 2 : Double.NaN;
  }

  private double objective() {
    List<Numbers> outputs = reference.run(inputs, weights);
    double sum = 0;
    for (int i = 0; i < outputs.size(); i++) {
      for (int j = 0; j < outputs.get(i).values.length; j++) {
        sum += outputs.get(i).values[j] * factors.get(i).values[j];
      }
    }
    return sum;
  }
}
