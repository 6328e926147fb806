package io.tenon.benchmarks;

/**
 * A model of one system with its data, which is ready before any clock runs. Every step reads its
 * loss, as a training that is watched does.
 */
public interface Session extends AutoCloseable {
  /** Trains on the first batches in turn; the loss of each step. */
  double[] losses(int steps);

  /** Trains, batch after batch and epoch after epoch, until the watch says no. */
  void train(Stopwatch watch);

  /** Predicts that many samples at a time until the watch says no. */
  void predict(int count, Stopwatch watch);

  /** What the first output gives for the first samples, in row-major order. */
  float[] predictions(int count);

  /** Frees the model. */
  @Override
  void close();
}
