package io.tenon.metric;

/** A metric that sees batches one after the other and can be asked for its value at any time. */
public interface MetricState {
  /** Forgets what it has seen. */
  void reset();

  /** Takes in one batch. */
  void update(Observations batch);

  /** The value over all that was seen; NaN before anything was. */
  double value();
}
