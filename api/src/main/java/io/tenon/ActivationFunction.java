package io.tenon;

import java.util.Locale;

/**
 * A function applied to each element, or to each row along the last axis ({@link #SOFTMAX}, {@link
 * #LOG_SOFTMAX}, {@link #SPARSEMAX}), as in {@code keras.activations}. {@code glu} and {@code
 * threshold} are layers, {@link io.tenon.layer.Glu} and {@link io.tenon.layer.Threshold}.
 */
public enum ActivationFunction {
  /** x. */
  LINEAR,
  /** max(x, 0). */
  RELU,
  /** min(max(x, 0), 6). */
  RELU6,
  /** 1 / (1 + exp(-x)). */
  SIGMOID,
  /** The hyperbolic tangent. */
  TANH,
  /** exp(x) / sum(exp(x)) along the last axis. */
  SOFTMAX,
  /** log(softmax(x)) along the last axis. */
  LOG_SOFTMAX,
  /** log(exp(x) + 1). */
  SOFTPLUS,
  /** x / (abs(x) + 1). */
  SOFTSIGN,
  /** x if positive, else exp(x) - 1. */
  ELU,
  /** 1.0507 x if positive, else 1.0507 * 1.67326 * (exp(x) - 1). */
  SELU,
  /** max(0, min(1, x / 6 + 0.5)), since Keras 3. */
  HARD_SIGMOID,
  /** max(0, min(1, x / 5 + 0.5)): what {@link #HARD_SIGMOID} was up to Keras 2. */
  LEGACY_HARD_SIGMOID,
  /** exp(x). */
  EXPONENTIAL,
  /** x * P(X &lt;= x) for a standard normal X. */
  GELU,
  /** x * sigmoid(x), also called swish. */
  SILU,
  /** x if positive, else 0.2 x. */
  LEAKY_RELU,
  /** x * tanh(softplus(x)). */
  MISH,
  /** x * hard_sigmoid(x), also called hard swish. */
  HARD_SILU,
  /** max(-1, min(1, x)). */
  HARD_TANH,
  /** log(sigmoid(x)). */
  LOG_SIGMOID,
  /** x - tanh(x). */
  TANH_SHRINK,
  /** x, brought nearer to 0 by 0.5, and 0 within that. */
  SOFT_SHRINK,
  /** x, but 0 from -0.5 to 0.5. */
  HARD_SHRINK,
  /** (x + sqrt(x^2 + 4)) / 2. */
  SQUAREPLUS,
  /** 0 up to -1, x from 1 on, and (x + 1)^2 / 4 between. */
  SPARSE_PLUS,
  /** max(0, min(1, (x + 1) / 2)). */
  SPARSE_SIGMOID,
  /** The shares nearest to x along the last axis: 0 or more, of sum 1, and many of them 0. */
  SPARSEMAX;

  /** Keras's name of the function, such as {@code hard_sigmoid}. */
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
