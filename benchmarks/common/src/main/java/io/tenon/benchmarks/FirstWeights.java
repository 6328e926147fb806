package io.tenon.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SplittableRandom;

/**
 * The weights that every system starts with, in Keras's layout. Biases are random as well, so that
 * gates in another order give other losses.
 */
public final class FirstWeights {
  private static final long SEED = 7;
  private static final double BIAS = 0.1;

  /** So large that an LSTM's gates open and close, and a mistake in one shows. */
  private static final double EMBEDDING = 1;

  private final Map<String, float[]> values = new LinkedHashMap<>();

  private FirstWeights(Workload workload) {
    SplittableRandom random = new SplittableRandom(SEED + workload.name().hashCode());
    for (WeightShape weight : workload.weights()) {
      float[] drawn = new float[weight.size()];
      double limit = limit(weight);
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = (float) ((2 * random.nextDouble() - 1) * limit);
      }
      values.put(weight.path(), drawn);
    }
  }

  /** The weights of that workload's model. */
  public static FirstWeights of(Workload workload) {
    return new FirstWeights(workload);
  }

  /** As Glorot and Bengio, 2010. */
  private static double limit(WeightShape weight) {
    int axes = weight.sizes().size();
    if (axes < 2) {
      return BIAS;
    }
    if (weight.name().equals("embeddings")) {
      return EMBEDDING;
    }
    int window = 1;
    for (int i = 0; i < axes - 2; i++) {
      window *= weight.sizes().get(i);
    }
    return Math.sqrt(
        6.0 / (window * (weight.sizes().get(axes - 2) + weight.sizes().get(axes - 1))));
  }

  /** The numbers of a weight such as {@code hidden/kernel}, in row-major order. */
  public float[] get(String path) {
    float[] found = values.get(path);
    if (found == null) {
      throw new NoSuchElementException("no weight " + path + ", but " + values.keySet());
    }
    return found;
  }

  /** A matrix (rows, columns) as (columns, rows). */
  public static float[] transposed(float[] matrix, int rows) {
    int columns = matrix.length / rows;
    float[] result = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        result[column * rows + row] = matrix[row * columns + column];
      }
    }
    return result;
  }
}
