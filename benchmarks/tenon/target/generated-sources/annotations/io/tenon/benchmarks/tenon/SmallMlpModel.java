package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.dsl.Layers.dense;

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
 * {@link SmallMlp}, checked and ready to train.
 *
 * <pre>
 * features  Vector  20  input      0
 * hidden1   Vector  64  Dense  1,344
 * hidden2   Vector  64  Dense  4,160
 * answer    Vector  1   Dense     65  output, binary crossentropy
 *                       total  5,569
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "hidden1(features)",
  "hidden2(hidden1)",
  "answer(hidden2)"
})
final class SmallMlpModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("SmallMlp")
          .input("features", "20")
          .layer("hidden1", dense(64).activation(RELU), "features")
          .layer("hidden2", dense(64).activation(RELU), "hidden1")
          .layer("answer", dense(1).activation(SIGMOID), "hidden2")
          .output("answer", BINARY_CROSSENTROPY)
          .build();

  private final Network network;

  private SmallMlpModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static SmallMlpModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold SmallMlp as it is declared. */
  public static SmallMlpModel load(Path file) {
    return new SmallMlpModel(Network.load(file, GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsFeatures samples() {
    return features -> answer -> new Samples(features, answer);
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
   * @param features (batch, 20) float32
   * @return answer: (batch, 1) float32
   */
  public INDArray predict(INDArray features) {
    return network.predict(features)[0];
  }

  /** The Dense layer that gives hidden1: (batch, 64) float32. */
  public LayerView hidden1() {
    return network.layer("hidden1");
  }

  /** The Dense layer that gives hidden2: (batch, 64) float32. */
  public LayerView hidden2() {
    return network.layer("hidden2");
  }

  /** The Dense layer that gives answer: (batch, 1) float32. */
  public LayerView answer() {
    return network.layer("answer");
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

  /** Samples that still need the input {@code features}. */
  @FunctionalInterface
  public interface NeedsFeatures {
    /**
     * Adds the input {@code features}.
     *
     * @param features (batch, 20) float32
     */
    NeedsAnswer features(INDArray features);
  }

  /** Samples that still need the labels of {@code answer}. */
  @FunctionalInterface
  public interface NeedsAnswer {
    /**
     * Adds the labels of {@code answer}.
     *
     * @param answer (batch, 1) float32
     */
    Samples answer(INDArray answer);
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param features (batch, 20) float32
   * @param answer (batch, 1) float32
   */
  public record Samples(INDArray features, INDArray answer) {
    private io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("features", features)
          .label("answer", answer)
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
     * Sets what training of {@code answer} makes small; {@link Loss#BINARY_CROSSENTROPY} unless
     * set.
     */
    public Builder answerLoss(Loss loss) {
      network.loss("answer", loss);
      return this;
    }

    /** Sets what is reported of {@code answer} besides the loss, in place of what is declared. */
    public Builder answerMetrics(Metric... metrics) {
      network.metrics("answer", metrics);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public SmallMlpModel build() {
      return new SmallMlpModel(network.build());
    }
  }
}
