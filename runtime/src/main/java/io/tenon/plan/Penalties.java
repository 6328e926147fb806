package io.tenon.plan;

import io.tenon.Regularizer;
import java.util.Arrays;

/** The arithmetic of {@code keras.regularizers}. */
final class Penalties {
  private static final double SMALLEST = 1e-12;

  private Penalties() {}

  /** l1 * sum(|x|) + l2 * sum(x^2). */
  static double of(Regularizer.Spec regularizer, float[] values) {
    double absolute = 0;
    double squares = 0;
    for (float value : values) {
      absolute += Math.abs(value);
      squares += (double) value * value;
    }
    return regularizer.absolute() * absolute + regularizer.squared() * squares;
  }

  /** Turns values into the gradient of the same: l1 * sign(x) + 2 * l2 * x. */
  static void gradient(Regularizer.Spec regularizer, float[] values) {
    float absolute = (float) regularizer.absolute();
    float squared = (float) (2 * regularizer.squared());
    for (int i = 0; i < values.length; i++) {
      values[i] = absolute * Math.signum(values[i]) + squared * values[i];
    }
  }

  /**
   * Half the sum of the absolute cosines of all pairs of rows, each pair once, by the number of
   * pairs: {@code keras.regularizers.OrthogonalRegularizer}.
   *
   * @param values (rows, width)
   * @param gradient where the gradient goes, of the same size
   */
  static double orthogonal(double factor, float[] values, int rows, int width, float[] gradient) {
    double[] lengths = new double[rows];
    double[][] units = new double[rows][width];
    for (int row = 0; row < rows; row++) {
      double squares = 0;
      for (int i = 0; i < width; i++) {
        squares += (double) values[row * width + i] * values[row * width + i];
      }
      lengths[row] = Math.sqrt(Math.max(squares, SMALLEST));
      for (int i = 0; i < width; i++) {
        units[row][i] = values[row * width + i] / lengths[row];
      }
    }
    double pairs = rows * (rows - 1) / 2.0;
    double sum = 0;
    double[] towards = new double[width];
    for (int row = 0; row < rows; row++) {
      Arrays.fill(towards, 0);
      for (int other = 0; other < rows; other++) {
        if (other != row) {
          double cosine = dot(units[row], units[other]);
          sum += Math.abs(cosine);
          double scale = factor / pairs * Math.signum(cosine);
          for (int i = 0; i < width; i++) {
            towards[i] += scale * units[other][i];
          }
        }
      }
      // Only what turns the row counts, not what lengthens it.
      double along = dot(towards, units[row]);
      for (int i = 0; i < width; i++) {
        gradient[row * width + i] = (float) ((towards[i] - along * units[row][i]) / lengths[row]);
      }
    }
    return factor * 0.5 * sum / pairs;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
