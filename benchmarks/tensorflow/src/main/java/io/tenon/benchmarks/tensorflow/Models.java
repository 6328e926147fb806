package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.Workload;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The workloads' models: from the inputs to the logits of each output.
 *
 * @param rates what becomes of a rate of dropout, which is 0 in prediction
 */
record Models(Ops tf, Layers layers, DoubleUnaryOperator rates) {
  @SuppressWarnings("unchecked") // the placeholders are made so
  List<Operand<TFloat32>> logits(Workload workload, List<Operand<?>> inputs) {
    return switch (workload) {
      case W1 -> mlp((Operand<TFloat32>) inputs.get(0));
      case W2 -> cnn((Operand<TFloat32>) inputs.get(0));
      case W3 -> reviews((Operand<TInt32>) inputs.get(0));
      case W4 -> news((Operand<TInt32>) inputs.get(0), (Operand<TFloat32>) inputs.get(1));
      case W5 -> smallMlp((Operand<TFloat32>) inputs.get(0));
    };
  }

  private Operand<TFloat32> dropout(double rate, Operand<TFloat32> input) {
    return layers.dropout(rates.applyAsDouble(rate), input);
  }

  private List<Operand<TFloat32>> mlp(Operand<TFloat32> pixels) {
    Operand<TFloat32> x = dropout(0.2, layers.denseRelu("hidden1", pixels));
    x = dropout(0.2, layers.denseRelu("hidden2", x));
    return List.of(layers.dense("digit", x));
  }

  private List<Operand<TFloat32>> cnn(Operand<TFloat32> picture) {
    Operand<TFloat32> x = layers.convolutionRelu("edges", picture);
    x = layers.maxPooling(layers.convolutionRelu("shapes", x));
    x = tf.reshape(dropout(0.25, x), tf.constant(new int[] {-1, 12 * 12 * 64}));
    x = dropout(0.5, layers.denseRelu("hidden", x));
    return List.of(layers.dense("digit", x));
  }

  private List<Operand<TFloat32>> reviews(Operand<TInt32> words) {
    Operand<TFloat32> embedded = layers.embeddedTimeFirst("embedded", words);
    return List.of(layers.dense("opinion", layers.lstm("meaning", embedded, 80, 128)));
  }

  private List<Operand<TFloat32>> news(Operand<TInt32> words, Operand<TFloat32> tags) {
    Operand<TFloat32> embedded = layers.embeddedTimeFirst("embedded", words);
    Operand<TFloat32> state = layers.lstm("lstm", embedded, 100, 32);
    Operand<TFloat32> x = tf.concat(List.of(state, tags), tf.constant(1));
    for (String layer : List.of("x1", "x2", "x3")) {
      x = layers.denseRelu(layer, x);
    }
    return List.of(layers.dense("mainOutput", x), layers.dense("auxOutput", state));
  }

  private List<Operand<TFloat32>> smallMlp(Operand<TFloat32> features) {
    Operand<TFloat32> x = layers.denseRelu("hidden2", layers.denseRelu("hidden1", features));
    return List.of(layers.dense("answer", x));
  }
}
