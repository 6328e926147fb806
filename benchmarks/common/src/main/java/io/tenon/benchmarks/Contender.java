package io.tenon.benchmarks;

/** A system that trains and predicts. */
public interface Contender {
  /** What of it is measured, such as {@code 2.13.0}. */
  String version();

  /** Builds the workload's model with {@link FirstWeights}. */
  Session open(Workload workload, Purpose purpose);
}
