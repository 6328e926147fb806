package io.tenon.metric;

/**
 * The share of rows whose largest prediction is that of the label, as Keras's {@code
 * CategoricalAccuracy} and, with class numbers, {@code SparseCategoricalAccuracy}.
 */
final class CategoricalAccuracy extends Mean {
  @Override
  double row(Observations batch, int row) {
    return batch.predictedClass(row) == batch.labelClass(row) ? 1 : 0;
  }
}
