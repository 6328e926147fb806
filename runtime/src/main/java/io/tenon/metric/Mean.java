package io.tenon.metric;

/** A running mean. */
abstract class Mean implements MetricState {
  private double sum;
  private long count;

  /** Adds a value that stands for several. */
  final void add(double total, long of) {
    sum += total;
    count += of;
  }

  @Override
  public final void reset() {
    sum = 0;
    count = 0;
  }

  @Override
  public final double value() {
    return count == 0 ? Double.NaN : sum / count;
  }
}
