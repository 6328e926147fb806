package io.tenon.plan;

import java.util.Random;

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer: all axes but the last
 * against the last. Saxe et al., 2013; here by Gram and Schmidt on normal vectors.
 */
final class Orthogonal {
  private Orthogonal() {}

  static void fill(float[] values, long[] shape, double gain, Random random) {
    if (shape.length < 2) {
      throw new IllegalArgumentException("the orthogonal initializer needs two axes or more");
    }
    int columns = (int) shape[shape.length - 1];
    int rows = values.length / columns;
    int count = Math.min(rows, columns);
    int length = Math.max(rows, columns);
    double[][] vectors = orthonormal(count, length, random);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double value = rows < columns ? vectors[row][column] : vectors[column][row];
        values[row * columns + column] = (float) (gain * value);
      }
    }
  }

  private static double[][] orthonormal(int count, int length, Random random) {
    double[][] vectors = new double[count][length];
    for (int i = 0; i < count; i++) {
      double norm;
      do {
        for (int k = 0; k < length; k++) {
          vectors[i][k] = random.nextGaussian();
        }
        // Twice, since rounding leaves something of the others the first time.
        removeOthers(vectors, i);
        removeOthers(vectors, i);
        norm = Math.sqrt(dot(vectors[i], vectors[i]));
      } while (norm < 1e-6);
      for (int k = 0; k < length; k++) {
        vectors[i][k] /= norm;
      }
    }
    return vectors;
  }

  private static void removeOthers(double[][] vectors, int i) {
    for (int j = 0; j < i; j++) {
      double shared = dot(vectors[i], vectors[j]);
      for (int k = 0; k < vectors[i].length; k++) {
        vectors[i][k] -= shared * vectors[j][k];
      }
    }
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }
}
