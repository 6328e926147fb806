package io.tenon.metric;

/** A running mean over rows, each counting as its sample does. */
abstract class Mean implements MetricState {
  private double sum;
  private double weights;

  /** The value of one row. */
  abstract double row(Observations batch, int row);

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      add(row(batch, row), batch.weight(row));
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
