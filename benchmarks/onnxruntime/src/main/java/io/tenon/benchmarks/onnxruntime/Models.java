package io.tenon.benchmarks.onnxruntime;

import io.tenon.benchmarks.FirstWeights;
import io.tenon.benchmarks.Workload;
import io.tenon.benchmarks.onnxruntime.OnnxModel.Attribute;
import java.util.List;

/** The models that are predicted with, as converters from Keras write them. */
final class Models {
  /** What a model reads and gives. */
  static final String INPUT = "input";

  static final String OUTPUT = "output";

  private final FirstWeights first;
  private final OnnxModel model = new OnnxModel();

  private Models(Workload workload) {
    this.first = FirstWeights.of(workload);
  }

  static byte[] of(Workload workload) {
    Models models = new Models(workload);
    OnnxModel model =
        switch (workload) {
          case W1 -> models.mlp();
          case W2 -> models.cnn();
          case W3 -> models.reviews();
          case W4, W5 -> throw new IllegalArgumentException(workload + " is not predicted with");
        };
    return model.toBytes();
  }

  private OnnxModel mlp() {
    model.input(INPUT, OnnxModel.FLOAT, 784);
    dense("hidden1", INPUT, first.get("hidden1/kernel"), 784, 512, "Relu", "a");
    dense("hidden2", "a", first.get("hidden2/kernel"), 512, 512, "Relu", "b");
    dense("digit", "b", first.get("digit/kernel"), 512, 10, "Softmax", OUTPUT);
    return model.output(OUTPUT, 10);
  }

  private OnnxModel cnn() {
    model.input(INPUT, OnnxModel.FLOAT, 1, 28, 28);
    convolution("edges", INPUT, 1, 32, "a");
    convolution("shapes", "a", 32, 64, "b");
    model.node(
        "MaxPool",
        List.of("b"),
        "pooled",
        Attribute.list("kernel_shape", 2L, 2L),
        Attribute.list("strides", 2L, 2L));
    model.node("Flatten", List.of("pooled"), "flat");
    dense("hidden", "flat", channelsFirst(first.get("hidden/kernel")), 9216, 128, "Relu", "c");
    dense("digit", "c", first.get("digit/kernel"), 128, 10, "Softmax", OUTPUT);
    return model.output(OUTPUT, 10);
  }

  private OnnxModel reviews() {
    model.input(INPUT, OnnxModel.INT32, 80);
    model.node("Transpose", List.of(INPUT), "times");
    model.weight("embeddings", first.get("embedded/embeddings"), 20_000, 128);
    model.node("Gather", List.of("embeddings", "times"), "embedded");
    lstm("meaning", "embedded", 128, 128, "state");
    model.indices("direction", 0);
    model.node("Squeeze", List.of("state", "direction"), "last");
    dense("opinion", "last", first.get("opinion/kernel"), 128, 1, "Sigmoid", OUTPUT);
    return model.output(OUTPUT, 1);
  }

  private void dense(
      String layer,
      String input,
      float[] kernel,
      int inputs,
      int units,
      String activation,
      String output) {
    model.weight(layer + "/kernel", kernel, inputs, units);
    model.weight(layer + "/bias", first.get(layer + "/bias"), units);
    model.node("Gemm", List.of(input, layer + "/kernel", layer + "/bias"), layer);
    model.node(activation, List.of(layer), output);
  }

  private void convolution(String layer, String input, int channels, int filters, String output) {
    // From (height, width, channels, filters) to (filters, channels, height, width).
    float[] kernel = FirstWeights.transposed(first.get(layer + "/kernel"), 9 * channels);
    float[] turned = new float[kernel.length];
    for (int filter = 0; filter < filters; filter++) {
      for (int place = 0; place < 9; place++) {
        for (int channel = 0; channel < channels; channel++) {
          turned[(filter * channels + channel) * 9 + place] =
              kernel[(filter * 9 + place) * channels + channel];
        }
      }
    }
    model.weight(layer + "/kernel", turned, filters, channels, 3, 3);
    model.weight(layer + "/bias", first.get(layer + "/bias"), filters);
    model.node(
        "Conv",
        List.of(input, layer + "/kernel", layer + "/bias"),
        layer,
        Attribute.list("kernel_shape", 3L, 3L));
    model.node("Relu", List.of(layer), output);
  }

  /** The rows of the first dense kernel in the order of channels, height, width. */
  private static float[] channelsFirst(float[] kernel) {
    float[] turned = new float[kernel.length];
    for (int place = 0; place < 144; place++) {
      for (int channel = 0; channel < 64; channel++) {
        System.arraycopy(
            kernel, (place * 64 + channel) * 128, turned, (channel * 144 + place) * 128, 128);
      }
    }
    return turned;
  }

  private void lstm(String layer, String input, int features, int units, String state) {
    float[] bias = new float[8 * units];
    System.arraycopy(gates(first.get(layer + "/bias"), units), 0, bias, 0, 4 * units);
    model.weight(layer + "/bias", bias, 1, 8L * units);
    float[] kernel = FirstWeights.transposed(first.get(layer + "/kernel"), features);
    model.weight(layer + "/kernel", gates(kernel, features * units), 1, 4L * units, features);
    float[] recurrent = FirstWeights.transposed(first.get(layer + "/recurrent_kernel"), units);
    model.weight(layer + "/recurrent", gates(recurrent, units * units), 1, 4L * units, units);
    model.node(
        "LSTM",
        List.of(input, layer + "/kernel", layer + "/recurrent", layer + "/bias"),
        List.of("", state),
        Attribute.of("hidden_size", units));
  }

  /** From input, forget, cell, output, as Keras orders them, to input, output, forget, cell. */
  private static float[] gates(float[] values, int size) {
    float[] turned = new float[values.length];
    int[] from = {0, 3, 1, 2};
    for (int gate = 0; gate < from.length; gate++) {
      System.arraycopy(values, from[gate] * size, turned, gate * size, size);
    }
    return turned;
  }
}
