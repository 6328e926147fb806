package io.tenon.kernel;

import io.tenon.layer.UpSampling2D;
import io.tenon.plan.KernelContext;
import java.util.function.DoubleUnaryOperator;

/**
 * How an image is enlarged by a weighted mean of its elements, the weights told by how far each is:
 * a product with a matrix along each axis. Elements stand in the middle of their place, and those
 * beyond the edge count nothing, as TensorFlow and JAX have it.
 *
 * @param reach how far an element counts, in steps
 * @param weight the weight at a distance from 0 to that
 */
record Interpolation(int reach, DoubleUnaryOperator weight) {
  /** The rule that a layer names. */
  static Interpolation of(UpSampling2D.Interpolation named) {
    return switch (named) {
      case BICUBIC -> new Interpolation(2, Interpolation::cubic);
      case LANCZOS3 -> lanczos(3);
      case LANCZOS5 -> lanczos(5);
      default -> throw new IllegalArgumentException(named + " has no curve");
    };
  }

  /** Keys, 1981, with -0.5. */
  private static double cubic(double x) {
    return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : ((-0.5 * x + 2.5) * x - 4) * x + 2;
  }

  private static Interpolation lanczos(int reach) {
    return new Interpolation(reach, x -> sinc(x) * sinc(x / reach));
  }

  private static double sinc(double x) {
    double angle = Math.PI * x;
    return angle < 1e-6 ? 1 : Math.sin(angle) / angle;
  }

  /** (batch, height, width, channels) to new height and width. */
  Value enlarge(KernelContext context, Tape tape, Value x, long[] to) {
    long[] from = x.sizes;
    Value rows = tape.reshape(x, from[0], from[1], from[2] * from[3]);
    Value higher =
        AxisProduct.of(
            context,
            tape,
            weights(to[1], from[1]),
            to[1],
            rows); // (batch, new height, width * channels)
    Value columns = tape.reshape(higher, from[0] * to[1], from[2], from[3]);
    return tape.reshape(AxisProduct.of(context, tape, weights(to[2], from[2]), to[2], columns), to);
  }

  /** The weight of each old element in each new one; those of a new one sum to 1. */
  private float[] weights(long size, long old) {
    float[] weights = new float[Math.toIntExact(size * old)];
    for (int at = 0; at < size; at++) {
      double place = (at + 0.5) * old / size - 0.5;
      double sum = 0;
      for (int i = 0; i < old; i++) {
        sum += weight(place - i);
      }
      for (int i = 0; i < old; i++) {
        weights[Math.toIntExact(at * old + i)] = (float) (weight(place - i) / sum);
      }
    }
    return weights;
  }

  private double weight(double distance) {
    double x = Math.abs(distance);
    return x < reach ? weight.applyAsDouble(x) : 0;
  }
}
