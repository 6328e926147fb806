package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Wiring;
import io.tenon.graph.Graph;
import io.tenon.network.LayerView;
import io.tenon.network.Network;
import io.tenon.network.NetworkBuilder;
import io.tenon.optimizer.Optimizer;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Mlp}, checked and ready to train.
 *
 * <pre>
 * pixels   Vector  784  input          0
 * hidden1  Vector  512  Dense    401,920
 * kept1    Vector  512  Dropout        0
 * hidden2  Vector  512  Dense    262,656
 * kept2    Vector  512  Dropout        0
 * digit    Vector  10   Dense      5,130  output, sparse categorical crossentropy
 *                       total    669,706
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "hidden1(pixels)",
  "kept1(hidden1)",
  "hidden2(kept1)",
  "kept2(hidden2)",
  "digit(kept2)"
})
final class MlpModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("Mlp")
          .input("pixels", "784")
          .layer("hidden1", dense(512).activation(RELU), "pixels")
          .layer("kept1", dropout(0.2), "hidden1")
          .layer("hidden2", dense(512).activation(RELU), "kept1")
          .layer("kept2", dropout(0.2), "hidden2")
          .layer("digit", dense(10).activation(SOFTMAX), "kept2")
          .output("digit", SPARSE_CATEGORICAL_CROSSENTROPY)
          .build();

  private final Network network;

  private MlpModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static MlpModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold Mlp as it is declared. */
  public static MlpModel load(Path file) {
    return new MlpModel(Network.load(file, GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsPixels samples() {
    return pixels -> digit -> new Samples(pixels, digit);
  }

  /** Trains with the default options. */
  public History fit(Samples samples) {
    return network.fit(samples.arrays());
  }

  /**
   * Trains.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).batchSize(128)}
   */
  public History fit(Samples samples, Consumer<? super FitOptions> options) {
    return network.fit(samples.arrays(), options);
  }

  /** Measures loss and metrics without training. */
  public Scores evaluate(Samples samples) {
    Map<String, Double> scores = network.evaluate(samples.arrays());
    return new Scores(
        scores.getOrDefault("loss", Double.NaN));
  }

  /**
   * Predicts.
   *
   * @param pixels (batch, 784) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(INDArray pixels) {
    return network.predict(pixels)[0];
  }

  /** The Dense layer that gives hidden1: (batch, 512) float32. */
  public LayerView hidden1() {
    return network.layer("hidden1");
  }

  /** The Dropout layer that gives kept1: (batch, 512) float32. */
  public LayerView kept1() {
    return network.layer("kept1");
  }

  /** The Dense layer that gives hidden2: (batch, 512) float32. */
  public LayerView hidden2() {
    return network.layer("hidden2");
  }

  /** The Dropout layer that gives kept2: (batch, 512) float32. */
  public LayerView kept2() {
    return network.layer("kept2");
  }

  /** The Dense layer that gives digit: (batch, 10) float32. */
  public LayerView digit() {
    return network.layer("digit");
  }

  /** The table above: for each tensor its rank, shape, layer and parameters. */
  public String summary() {
    return network.summary();
  }

  /** Writes the model to a file. */
  public void save(Path file) {
    network.save(file);
  }

  /** The same model without types: everything by name. */
  public Network network() {
    return network;
  }

  /** Frees its memory; it must not be used any more. */
  @Override
  public void close() {
    network.close();
  }

  /** Samples that still need the input {@code pixels}. */
  @FunctionalInterface
  public interface NeedsPixels {
    /**
     * Adds the input {@code pixels}.
     *
     * @param pixels (batch, 784) float32
     */
    NeedsDigit pixels(INDArray pixels);
  }

  /** Samples that still need the labels of {@code digit}. */
  @FunctionalInterface
  public interface NeedsDigit {
    /**
     * Adds the labels of {@code digit}.
     *
     * @param digit (batch) int32: class numbers 0 to 9
     */
    Samples digit(INDArray digit);
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param pixels (batch, 784) float32
   * @param digit (batch) int32: class numbers 0 to 9
   */
  public record Samples(INDArray pixels, INDArray digit) {
    private io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("pixels", pixels)
          .label("digit", digit)
          .build();
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the mean over the samples
   */
  public record Scores(double loss) {}

  /** Gathers how the model is trained; everything has a default. */
  public static final class Builder {
    private final NetworkBuilder network = Network.builder(GRAPH);

    private Builder() {}

    /** Sets what changes the weights. */
    public Builder optimizer(Optimizer optimizer) {
      network.optimizer(optimizer);
      return this;
    }

    /**
     * Sets what training of {@code digit} makes small; {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY}
     * unless set.
     */
    public Builder digitLoss(Loss loss) {
      network.loss("digit", loss);
      return this;
    }

    /** Sets what is reported of {@code digit} besides the loss, in place of what is declared. */
    public Builder digitMetrics(Metric... metrics) {
      network.metrics("digit", metrics);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public MlpModel build() {
      return new MlpModel(network.build());
    }
  }
}
