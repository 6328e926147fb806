package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.WeightShape;
import io.tenon.benchmarks.Workload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** Layers over a workload's variables. */
final class Layers {
  private final Ops tf;
  private final Map<String, Variable<TFloat32>> variables = new LinkedHashMap<>();

  Layers(Ops tf, Workload workload) {
    this.tf = tf;
    for (WeightShape weight : workload.weights()) {
      variables.put(weight.path(), tf.variable(Shape.of(weight.shape()), TFloat32.class));
    }
  }

  /** All of them, by path. */
  Map<String, Variable<TFloat32>> variables() {
    return variables;
  }

  private Variable<TFloat32> variable(String path) {
    return Objects.requireNonNull(variables.get(path), path);
  }

  /** (batch, inputs) to (batch, units). */
  Operand<TFloat32> dense(String layer, Operand<TFloat32> input) {
    return tf.nn.biasAdd(
        tf.linalg.matMul(input, variable(layer + "/kernel")), variable(layer + "/bias"));
  }

  /** The same with relu. */
  Operand<TFloat32> denseRelu(String layer, Operand<TFloat32> input) {
    return tf.nn.relu(dense(layer, input));
  }

  /** (batch, height, width, channels) to (batch, height - 2, width - 2, filters), with relu. */
  Operand<TFloat32> convolutionRelu(String layer, Operand<TFloat32> input) {
    return tf.nn.relu(
        tf.nn.biasAdd(
            tf.nn.conv2d(input, variable(layer + "/kernel"), List.of(1L, 1L, 1L, 1L), "VALID"),
            variable(layer + "/bias")));
  }

  /** Halves height and width. */
  Operand<TFloat32> maxPooling(Operand<TFloat32> input) {
    Operand<TInt32> window = tf.constant(new int[] {1, 2, 2, 1});
    return tf.nn.maxPool(input, window, window, "VALID");
  }

  /** What is left out is another each step. */
  Operand<TFloat32> dropout(double rate, Operand<TFloat32> input) {
    if (rate == 0) {
      return input;
    }
    Operand<TFloat32> random = tf.random.randomUniform(tf.shape(input), TFloat32.class);
    Operand<TFloat32> kept =
        tf.dtypes.cast(tf.math.greaterEqual(random, tf.constant((float) rate)), TFloat32.class);
    return tf.math.mul(tf.math.mul(input, tf.constant((float) (1 / (1 - rate)))), kept);
  }

  /** (batch, time) of tokens to the rows of all, (time * batch, size), time first. */
  Operand<TFloat32> embeddedTimeFirst(String layer, Operand<TInt32> tokens) {
    Operand<TInt32> timeFirst = tf.linalg.transpose(tokens, tf.constant(new int[] {1, 0}));
    Operand<TInt32> flat = tf.reshape(timeFirst, tf.constant(new int[] {-1}));
    return tf.gather(variable(layer + "/embeddings"), flat, tf.constant(0));
  }

  /**
   * The last state of an LSTM, unrolled: TensorFlow's own has no gradient from Java. The inputs of
   * all steps go through the kernel at once.
   *
   * @param input (time * batch, features), time first
   */
  Operand<TFloat32> lstm(String layer, Operand<TFloat32> input, int steps, int units) {
    Operand<TFloat32> projected = dense(layer, input);
    Operand<TFloat32> byStep = tf.reshape(projected, tf.constant(new int[] {steps, -1, 4 * units}));
    List<? extends Operand<TFloat32>> inputs = tf.unstack(byStep, (long) steps).output();
    Operand<TFloat32> cell = null;
    Operand<TFloat32> state = null;
    for (Operand<TFloat32> step : inputs) {
      Operand<TFloat32> gates =
          state == null
              ? step
              : tf.math.add(step, tf.linalg.matMul(state, variable(layer + "/recurrent_kernel")));
      List<? extends Operand<TFloat32>> parts = tf.split(tf.constant(1), gates, 4L).output();
      Operand<TFloat32> added =
          tf.math.mul(tf.math.sigmoid(parts.get(0)), tf.math.tanh(parts.get(2)));
      cell =
          cell == null
              ? added
              : tf.math.add(tf.math.mul(tf.math.sigmoid(parts.get(1)), cell), added);
      state = tf.math.mul(tf.math.sigmoid(parts.get(3)), tf.math.tanh(cell));
    }
    return Objects.requireNonNull(state);
  }
}
