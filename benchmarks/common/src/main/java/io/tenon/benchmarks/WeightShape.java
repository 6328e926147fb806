package io.tenon.benchmarks;

import java.util.List;

/**
 * A weight of a workload's model, laid out as Keras does: a dense kernel is (inputs, units), a
 * convolution's (height, width, channels, filters), an LSTM's gates are input, forget, cell,
 * output.
 *
 * @param layer the layer's name
 * @param name Keras's name of the weight
 * @param sizes the size of each axis
 */
public record WeightShape(String layer, String name, List<Integer> sizes) {
  static List<WeightShape> dense(String layer, int inputs, int units) {
    return List.of(
        new WeightShape(layer, "kernel", List.of(inputs, units)),
        new WeightShape(layer, "bias", List.of(units)));
  }

  static List<WeightShape> convolution(String layer, int size, int channels, int filters) {
    return List.of(
        new WeightShape(layer, "kernel", List.of(size, size, channels, filters)),
        new WeightShape(layer, "bias", List.of(filters)));
  }

  static List<WeightShape> lstm(String layer, int features, int units) {
    return List.of(
        new WeightShape(layer, "kernel", List.of(features, 4 * units)),
        new WeightShape(layer, "recurrent_kernel", List.of(units, 4 * units)),
        new WeightShape(layer, "bias", List.of(4 * units)));
  }

  static List<WeightShape> embedding(String layer, int vocabulary, int size) {
    return List.of(new WeightShape(layer, "embeddings", List.of(vocabulary, size)));
  }

  /** Layer and name, such as {@code hidden/kernel}. */
  public String path() {
    return layer + "/" + name;
  }

  /** How many numbers it has. */
  public int size() {
    return sizes.stream().reduce(1, Math::multiplyExact);
  }

  /** The sizes as ND4J, libtorch and TensorFlow take them. */
  public long[] shape() {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }
}
