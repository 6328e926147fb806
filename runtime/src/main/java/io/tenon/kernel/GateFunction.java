package io.tenon.kernel;

import io.tenon.ActivationFunction;
import java.util.Arrays;

/**
 * The activation of a gate, over an array on the heap. Each loop is one that the Java compiler
 * vectorizes.
 */
final class GateFunction {
  private final ActivationFunction function;

  /** A function that it {@link #has}. */
  GateFunction(ActivationFunction function) {
    this.function = function;
  }

  /** Whether it has a function, whose slope must be known from its result. */
  static boolean has(ActivationFunction function) {
    return switch (function) {
      case SIGMOID, TANH, RELU, LINEAR, HARD_SIGMOID -> true;
      default -> false;
    };
  }

  /** Adds what is recalled to what the input gives, and applies it to the sum, in place. */
  void apply(float[] values, float[] recalled) {
    for (int i = 0; i < values.length; i++) {
      values[i] += recalled[i];
    }
    apply(values);
  }

  /** Applies it in place. */
  void apply(float[] values) {
    switch (function) {
      case SIGMOID -> sigmoid(values);
      case TANH -> tanh(values);
      case RELU -> relu(values);
      case HARD_SIGMOID -> hardSigmoid(values);
      case LINEAR -> {}
      default -> throw new IllegalArgumentException("no loop for " + function);
    }
  }

  /** sigmoid(x) = tanh(x / 2) / 2 + 1 / 2. */
  private static void sigmoid(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.fma(0.5f, tanh(0.5f * values[i]), 0.5f);
    }
  }

  private static void tanh(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = tanh(values[i]);
    }
  }

  private static void relu(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(values[i], 0);
    }
  }

  private static void hardSigmoid(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, Math.min(1, values[i] / 6 + 0.5f));
    }
  }

  /**
   * A quotient of polynomials in place of one of exponentials, since that can be vectorized. Fitted
   * for the least relative error up to 7.9, beyond which a float is 1; off by 4e-7 at most.
   */
  static float tanh(float value) {
    float x = Math.max(-7.9f, Math.min(7.9f, value));
    float s = x * x;
    float above = Math.fma(1.5428155e-8f, s, 2.2023372e-5f);
    above = Math.fma(above, s, 0.0035789995f);
    above = Math.fma(above, s, 0.13450627f);
    above = Math.fma(above, s, 1);
    float below = Math.fma(8.598853e-7f, s, 0.0003423663f);
    below = Math.fma(below, s, 0.026192266f);
    below = Math.fma(below, s, 0.46783954f);
    below = Math.fma(below, s, 1);
    return x * above / below;
  }

  /** Its slopes, told from its results. */
  void slopes(float[] results, float[] slopes) {
    switch (function) {
      case SIGMOID -> sigmoidSlopes(results, slopes);
      case TANH -> tanhSlopes(results, slopes);
      case RELU -> reluSlopes(results, slopes);
      case HARD_SIGMOID -> hardSigmoidSlopes(results, slopes);
      case LINEAR -> Arrays.fill(slopes, 1);
      default -> throw new IllegalArgumentException("no loop for " + function);
    }
  }

  private static void sigmoidSlopes(float[] results, float[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = results[i] - results[i] * results[i];
    }
  }

  private static void tanhSlopes(float[] results, float[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = 1 - results[i] * results[i];
    }
  }

  private static void reluSlopes(float[] results, float[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = results[i] > 0 ? 1 : 0;
    }
  }

  private static void hardSigmoidSlopes(float[] results, float[] slopes) {
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = results[i] > 0 && results[i] < 1 ? 1f / 6 : 0;
    }
  }
}
