package io.tenon.kernel;

import io.tenon.ActivationFunction;
import java.util.Arrays;
import java.util.List;

/**
 * The activations of blocks of units, over rows of such blocks on the heap: (batch, blocks *
 * units). Where all are sigmoids or hyperbolic tangents, which is what Keras does by default, one
 * loop over everything does all of them, and is vectorized.
 */
final class GateFunctions {
  private final List<ActivationFunction> functions;
  private final int units;
  private final int count;
  private final boolean squash;

  /** For each element 1/2 if its function is a sigmoid, 1 if it is a hyperbolic tangent. */
  private final float[] slants;

  /**
   * Functions.
   *
   * @param functions one for each block of a row
   */
  GateFunctions(int batch, int units, ActivationFunction... functions) {
    this.functions = List.of(functions);
    this.units = units;
    this.count = batch * units * functions.length;
    this.squash = this.functions.stream().allMatch(GateFunctions::squashes);
    this.slants = new float[squash ? count : 0];
    for (int i = 0; i < slants.length; i++) {
      boolean sigmoid = functions[i / units % functions.length] == ActivationFunction.SIGMOID;
      slants[i] = sigmoid ? 0.5f : 1;
    }
  }

  private static boolean squashes(ActivationFunction function) {
    return function == ActivationFunction.SIGMOID || function == ActivationFunction.TANH;
  }

  /** Whether it has a function, whose slope must be known from its result. */
  static boolean has(ActivationFunction function) {
    return switch (function) {
      case SIGMOID, TANH, RELU, LINEAR, HARD_SIGMOID -> true;
      default -> false;
    };
  }

  /** Applies them in place. */
  void apply(float[] values) {
    if (squash) {
      squash(values, slants, count);
      return;
    }
    for (int i = 0; i < count; i += units) {
      apply(functions.get(i / units % functions.size()), values, i, i + units);
    }
  }

  /** Their slopes, told from their results. */
  void slopes(float[] results, float[] slopes) {
    if (squash) {
      slopes(results, slants, slopes, count);
      return;
    }
    for (int i = 0; i < count; i += units) {
      slopes(functions.get(i / units % functions.size()), results, slopes, i, i + units);
    }
  }

  /** sigmoid(x) = tanh(x / 2) / 2 + 1 / 2. */
  private static void squash(float[] values, float[] slants, int count) {
    for (int i = 0; i < count; i++) {
      float slant = slants[i];
      values[i] = slant * tanh(slant * values[i]) + (1 - slant);
    }
  }

  /** Of slant * tanh(slant * x) + 1 - slant. */
  private static void slopes(float[] results, float[] slants, float[] slopes, int count) {
    for (int i = 0; i < count; i++) {
      float slant = slants[i];
      float bent = results[i] - (1 - slant); // slant * tanh
      slopes[i] = slant * slant - bent * bent;
    }
  }

  /**
   * A quotient of polynomials in place of one of exponentials, since that can be vectorized. Fitted
   * for the least relative error up to 7.9, beyond which a float is 1; off by 4e-7 at most.
   */
  static float tanh(float value) {
    float x = Math.max(-7.9f, Math.min(7.9f, value));
    float s = x * x;
    float above = 1.5428155e-8f;
    above = above * s + 2.2023372e-5f;
    above = above * s + 0.0035789995f;
    above = above * s + 0.13450627f;
    above = above * s + 1;
    float below = 8.598853e-7f;
    below = below * s + 0.0003423663f;
    below = below * s + 0.026192266f;
    below = below * s + 0.46783954f;
    below = below * s + 1;
    return x * above / below;
  }

  private static void apply(ActivationFunction function, float[] values, int from, int to) {
    switch (function) {
      case SIGMOID -> {
        for (int i = from; i < to; i++) {
          values[i] = 0.5f * tanh(0.5f * values[i]) + 0.5f;
        }
      }
      case TANH -> {
        for (int i = from; i < to; i++) {
          values[i] = tanh(values[i]);
        }
      }
      case RELU -> {
        for (int i = from; i < to; i++) {
          values[i] = Math.max(values[i], 0);
        }
      }
      case HARD_SIGMOID -> {
        for (int i = from; i < to; i++) {
          values[i] = Math.max(0, Math.min(1, values[i] / 6 + 0.5f));
        }
      }
      case LINEAR -> {}
      default -> throw new IllegalArgumentException("no loop for " + function);
    }
  }

  private static void slopes(
      ActivationFunction function, float[] results, float[] slopes, int from, int to) {
    switch (function) {
      case SIGMOID -> {
        for (int i = from; i < to; i++) {
          slopes[i] = results[i] - results[i] * results[i];
        }
      }
      case TANH -> {
        for (int i = from; i < to; i++) {
          slopes[i] = 1 - results[i] * results[i];
        }
      }
      case RELU -> {
        for (int i = from; i < to; i++) {
          slopes[i] = results[i] > 0 ? 1 : 0;
        }
      }
      case HARD_SIGMOID -> {
        for (int i = from; i < to; i++) {
          slopes[i] = results[i] > 0 && results[i] < 1 ? 1f / 6 : 0;
        }
      }
      case LINEAR -> Arrays.fill(slopes, from, to, 1);
      default -> throw new IllegalArgumentException("no loop for " + function);
    }
  }
}
