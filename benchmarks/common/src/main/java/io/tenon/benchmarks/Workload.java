package io.tenon.benchmarks;

import static io.tenon.benchmarks.InputShape.floats;
import static io.tenon.benchmarks.InputShape.tokens;
import static io.tenon.benchmarks.Product.first;
import static io.tenon.benchmarks.Product.inner;
import static io.tenon.benchmarks.WeightShape.convolution;
import static io.tenon.benchmarks.WeightShape.dense;
import static io.tenon.benchmarks.WeightShape.embedding;
import static io.tenon.benchmarks.WeightShape.lstm;

import java.util.List;

/** A model to train and, the first three, to predict with. Optimizers have Keras's defaults. */
@SuppressWarnings("ImmutableEnumChecker") // its lists cannot be changed
public enum Workload {
  /** Layers of a digit classifier, relu and 20 % dropout between them; RMSprop. */
  W1(
      "MLP 784-512-512-10",
      128,
      100,
      List.of(floats("pixels", 784)),
      List.of(new LabelShape("digit", 10)),
      List.of(dense("hidden1", 784, 512), dense("hidden2", 512, 512), dense("digit", 512, 10)),
      first(784, 512),
      inner(512, 512),
      inner(512, 10)),
  /** Two 3 x 3 convolutions, pooled, 25 % dropout; two dense layers, 50 % dropout; Adam. */
  W2(
      "CNN 28x28, conv 32, conv 64, dense 128",
      128,
      40,
      List.of(floats("picture", 28, 28, 1)),
      List.of(new LabelShape("digit", 10)),
      List.of(
          convolution("edges", 3, 1, 32),
          convolution("shapes", 3, 32, 64),
          dense("hidden", 12 * 12 * 64, 128),
          dense("digit", 128, 10)),
      first(26, 26, 9, 32),
      inner(24, 24, 9, 32, 64),
      inner(12, 12, 64, 128),
      inner(128, 10)),
  /** Opinions from 80 words of 20,000; Adam. */
  W3(
      "LSTM 128 over 80 tokens of 20,000",
      32,
      100,
      List.of(tokens("words", 80, 20_000)),
      List.of(new LabelShape("opinion", 0)),
      List.of(
          embedding("embedded", 20_000, 128), lstm("meaning", 128, 128), dense("opinion", 128, 1)),
      inner(80, 128 + 128, 4, 128),
      inner(128)),
  /** News of two inputs and two outputs, the second's loss weighing 0.2; RMSprop. */
  W4(
      "news: LSTM 32 over 100 tokens of 10,000, two inputs, two outputs",
      32,
      100,
      List.of(tokens("mainInput", 100, 10_000), floats("auxInput", 5)),
      List.of(new LabelShape("mainOutput", 0), new LabelShape("auxOutput", 0)),
      List.of(
          embedding("embedded", 10_000, 512),
          lstm("lstm", 512, 32),
          dense("auxOutput", 32, 1),
          dense("x1", 32 + 5, 64),
          dense("x2", 64, 64),
          dense("x3", 64, 64),
          dense("mainOutput", 64, 1)),
      inner(100, 512 + 32, 4, 32),
      inner(32),
      inner(32 + 5 + 64 + 64 + 1, 64)),
  /** What a step costs besides arithmetic; Adam. */
  W5(
      "small MLP 20-64-64-1",
      32,
      500,
      List.of(floats("features", 20)),
      List.of(new LabelShape("answer", 0)),
      List.of(dense("hidden1", 20, 64), dense("hidden2", 64, 64), dense("answer", 64, 1)),
      first(20, 64),
      inner(64, 64),
      inner(64));

  /** How many samples are predicted at once where throughput is measured. */
  public static final int PREDICTION_BATCH = 256;

  private final String description;
  private final int batchSize;
  private final int batches;
  private final List<InputShape> inputs;
  private final List<LabelShape> labels;
  private final List<WeightShape> weights;
  private final List<Product> products;

  Workload(
      String description,
      int batchSize,
      int batches,
      List<InputShape> inputs,
      List<LabelShape> labels,
      List<List<WeightShape>> layers,
      Product... products) {
    this.description = description;
    this.batchSize = batchSize;
    this.batches = batches;
    this.inputs = inputs;
    this.labels = labels;
    this.weights = layers.stream().flatMap(List::stream).toList();
    this.products = List.of(products);
  }

  /** What it is, in a few words. */
  public String description() {
    return description;
  }

  /** Samples in a step of training. */
  public int batchSize() {
    return batchSize;
  }

  /** Steps in an epoch. */
  public int batches() {
    return batches;
  }

  /** Samples in an epoch. */
  public int samples() {
    return batchSize * batches;
  }

  /** What the model reads. */
  public List<InputShape> inputs() {
    return inputs;
  }

  /** What its outputs are trained towards. */
  public List<LabelShape> labels() {
    return labels;
  }

  /** The weights of its model. */
  public List<WeightShape> weights() {
    return weights;
  }

  /** The prediction that is measured with it, such as {@code P1}, or empty. */
  public String prediction() {
    return switch (this) {
      case W1 -> "P1";
      case W2 -> "P2";
      case W3 -> "P3";
      case W4, W5 -> "";
    };
  }

  /** Floating-point operations to train with one sample. */
  public long trainingOperations() {
    return products.stream().mapToLong(Product::training).sum();
  }

  /** Floating-point operations to predict one sample. */
  public long predictionOperations() {
    return products.stream().mapToLong(Product::forward).sum();
  }
}
