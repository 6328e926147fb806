package io.tenon.metric;

/** A running mean over rows that no mask leaves out, each counting as its sample does. */
abstract class Mean implements MetricState {
  private double sum;
  private double weights;

  /** The value of one row. */
  abstract double row(Observations batch, int row);

  /** Whether a mask matters. */
  boolean readsMask() {
    return true;
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      if (!readsMask() || !batch.isMasked(row)) {
        add(row(batch, row), batch.weight(row));
      }
    }
  }

  final void add(double value, double weight) {
    sum += value * weight;
    weights += weight;
  }

  @Override
  public final void reset() {
    sum = 0;
    weights = 0;
  }

  @Override
  public double value() {
    return sum / weights;
  }
}
