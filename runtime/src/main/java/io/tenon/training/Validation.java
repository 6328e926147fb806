package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import java.util.Map;
import java.util.Optional;

/**
 * What is measured after each epoch: samples, or batches as a dataset gives them.
 *
 * @param samples the samples
 * @param batches the batches, where there are no samples
 * @param batchSize in which sizes samples are run
 * @param steps how many batches of a dataset at most; -1 for all
 */
record Validation(
    Optional<CheckedSamples> samples,
    Optional<Dataset<Samples>> batches,
    int batchSize,
    int steps) {

  static Optional<Validation> of(CheckedSamples samples, int batchSize) {
    return Optional.of(new Validation(Optional.of(samples), Optional.empty(), batchSize, -1));
  }

  static Validation of(Dataset<Samples> batches, FitOptions options) {
    return new Validation(Optional.empty(), Optional.of(batches), 0, options.validationSteps());
  }

  Map<String, Double> measure(Evaluator evaluator, Plans plans) {
    return samples.isPresent()
        ? evaluator.measure(samples.get(), batchSize, plans)
        : evaluator.measure(batches.orElseThrow(), steps, plans);
  }
}
