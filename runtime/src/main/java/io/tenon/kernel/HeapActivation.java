package io.tenon.kernel;

import io.tenon.ActivationFunction;
import java.nio.FloatBuffer;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** Activations that oneDNN does not have, as plain loops. */
final class HeapActivation {
  private static final float SELU_ALPHA = 1.6732632f;
  private static final float SELU_SCALE = 1.050701f;

  /** How near to 0 the shrinking functions give 0. */
  private static final float SHRUNK = 0.5f;

  private final ActivationFunction function;
  private final memory before;
  private final memory output;
  private final @Nullable memory gradient;

  /** A loop over heap memory is vectorized, one over native memory is not. */
  private final float[] values;

  private final float[] gradients;
  private final int count;

  HeapActivation(
      ActivationFunction function, memory before, memory output, @Nullable memory gradient) {
    this.function = function;
    this.before = before;
    this.output = output;
    this.gradient = gradient;
    this.count = (int) (output.get_desc().get_size() / Float.BYTES);
    this.values = new float[count];
    this.gradients = new float[gradient == null ? 0 : count];
  }

  void forward() {
    buffer(before).get(0, values);
    for (int i = 0; i < count; i++) {
      values[i] = value(values[i]);
    }
    buffer(output).put(0, values);
  }

  void backward() {
    if (gradient == null) {
      return;
    }
    buffer(before).get(0, values);
    FloatBuffer target = buffer(gradient);
    target.get(0, gradients);
    for (int i = 0; i < count; i++) {
      gradients[i] *= slope(values[i]);
    }
    target.put(0, gradients);
  }

  private float value(float x) {
    return switch (function) {
      case SOFTSIGN -> x / (Math.abs(x) + 1);
      case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * (float) Math.expm1(x));
      case TANH_SHRINK -> x - (float) Math.tanh(x);
      case SOFT_SHRINK -> Math.abs(x) <= SHRUNK ? 0 : x - Math.copySign(SHRUNK, x);
      case HARD_SHRINK -> Math.abs(x) <= SHRUNK ? 0 : x;
      case SQUAREPLUS -> (x + (float) Math.sqrt(x * x + 4)) / 2;
      case SPARSE_PLUS -> x >= 1 ? x : x <= -1 ? 0 : (x + 1) * (x + 1) / 4;
      default -> throw new IllegalArgumentException("no loop for " + function);
    };
  }

  private float slope(float x) {
    return switch (function) {
      case SOFTSIGN -> 1 / ((Math.abs(x) + 1) * (Math.abs(x) + 1));
      case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * (float) Math.exp(x));
      case TANH_SHRINK -> (float) (Math.tanh(x) * Math.tanh(x));
      case SOFT_SHRINK, HARD_SHRINK -> Math.abs(x) <= SHRUNK ? 0 : 1;
      case SQUAREPLUS -> (1 + x / (float) Math.sqrt(x * x + 4)) / 2;
      case SPARSE_PLUS -> Math.max(0, Math.min(1, (x + 1) / 2));
      default -> throw new IllegalArgumentException("no loop for " + function);
    };
  }

  private FloatBuffer buffer(memory memory) {
    return new FloatPointer(memory.get_data_handle()).capacity(count).asBuffer();
  }
}
