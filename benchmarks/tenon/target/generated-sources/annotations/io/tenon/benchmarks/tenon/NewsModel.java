package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.DataType.INT32;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Wiring;
import io.tenon.dsl.Layers;
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
 * {@link News}, checked and ready to train.
 *
 * <pre>
 * mainInput   Tokens  100        input                0
 * auxInput    Vector  5          input                0
 * embedded    Series  100 x 512  Embedding    5,120,000
 * lstm        Vector  32         LSTM            69,760
 * joined      Vector  37         Concatenate          0
 * x1          Vector  64         Dense            2,432
 * x2          Vector  64         Dense            4,160
 * x3          Vector  64         Dense            4,160
 * mainOutput  Vector  1          Dense               65  output, binary crossentropy
 * auxOutput   Vector  1          Dense               33  output, binary crossentropy
 *                                total        5,200,610
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "embedded(mainInput)",
  "lstm(embedded)",
  "joined(lstm, auxInput)",
  "x1(joined)",
  "x2(x1)",
  "x3(x2)",
  "mainOutput(x3)",
  "auxOutput(lstm)"
})
final class NewsModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("News")
          .input("mainInput", "100", INT32)
          .input("auxInput", "5")
          .layer("embedded", embedding(10000, 512), "mainInput")
          .layer("lstm", Layers.lstm(32), "embedded")
          .layer("joined", concatenate(), "lstm", "auxInput")
          .layer("x1", dense(64).activation(RELU), "joined")
          .layer("x2", dense(64).activation(RELU), "x1")
          .layer("x3", dense(64).activation(RELU), "x2")
          .layer("mainOutput", dense(1).activation(SIGMOID), "x3")
          .layer("auxOutput", dense(1).activation(SIGMOID), "lstm")
          .output("mainOutput", BINARY_CROSSENTROPY)
          .output("auxOutput", BINARY_CROSSENTROPY, 0.2)
          .build();

  private final Network network;

  private NewsModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static NewsModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold News as it is declared. */
  public static NewsModel load(Path file) {
    return new NewsModel(Network.load(file, GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsMainInput samples() {
    return mainInput -> auxInput -> mainOutput -> auxOutput ->
        new Samples(mainInput, auxInput, mainOutput, auxOutput);
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
        scores.getOrDefault("loss", Double.NaN),
        scores.getOrDefault("mainOutput_loss", Double.NaN),
        scores.getOrDefault("auxOutput_loss", Double.NaN));
  }

  /**
   * Predicts.
   *
   * @param mainInput (batch, 100) int32
   * @param auxInput (batch, 5) float32
   */
  public Outputs predict(INDArray mainInput, INDArray auxInput) {
    return Outputs.of(network.predict(mainInput, auxInput));
  }

  /** Predicts. */
  public Outputs predict(Inputs inputs) {
    return predict(inputs.mainInput(), inputs.auxInput());
  }

  /** The Embedding layer that gives embedded: (batch, 100, 512) float32. */
  public LayerView embedded() {
    return network.layer("embedded");
  }

  /** The LSTM layer that gives lstm: (batch, 32) float32. */
  public LayerView lstm() {
    return network.layer("lstm");
  }

  /** The Concatenate layer that gives joined: (batch, 37) float32. */
  public LayerView joined() {
    return network.layer("joined");
  }

  /** The Dense layer that gives x1: (batch, 64) float32. */
  public LayerView x1() {
    return network.layer("x1");
  }

  /** The Dense layer that gives x2: (batch, 64) float32. */
  public LayerView x2() {
    return network.layer("x2");
  }

  /** The Dense layer that gives x3: (batch, 64) float32. */
  public LayerView x3() {
    return network.layer("x3");
  }

  /** The Dense layer that gives mainOutput: (batch, 1) float32. */
  public LayerView mainOutput() {
    return network.layer("mainOutput");
  }

  /** The Dense layer that gives auxOutput: (batch, 1) float32. */
  public LayerView auxOutput() {
    return network.layer("auxOutput");
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

  /** Samples that still need the input {@code mainInput}. */
  @FunctionalInterface
  public interface NeedsMainInput {
    /**
     * Adds the input {@code mainInput}.
     *
     * @param mainInput (batch, 100) int32
     */
    NeedsAuxInput mainInput(INDArray mainInput);
  }

  /** Samples that still need the input {@code auxInput}. */
  @FunctionalInterface
  public interface NeedsAuxInput {
    /**
     * Adds the input {@code auxInput}.
     *
     * @param auxInput (batch, 5) float32
     */
    NeedsMainOutput auxInput(INDArray auxInput);
  }

  /** Samples that still need the labels of {@code mainOutput}. */
  @FunctionalInterface
  public interface NeedsMainOutput {
    /**
     * Adds the labels of {@code mainOutput}.
     *
     * @param mainOutput (batch, 1) float32
     */
    NeedsAuxOutput mainOutput(INDArray mainOutput);
  }

  /** Samples that still need the labels of {@code auxOutput}. */
  @FunctionalInterface
  public interface NeedsAuxOutput {
    /**
     * Adds the labels of {@code auxOutput}.
     *
     * @param auxOutput (batch, 1) float32
     */
    Samples auxOutput(INDArray auxOutput);
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param mainInput (batch, 100) int32
   * @param auxInput (batch, 5) float32
   * @param mainOutput (batch, 1) float32
   * @param auxOutput (batch, 1) float32
   */
  public record Samples(INDArray mainInput, INDArray auxInput, INDArray mainOutput,
      INDArray auxOutput) {
    private io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("mainInput", mainInput)
          .input("auxInput", auxInput)
          .label("mainOutput", mainOutput)
          .label("auxOutput", auxOutput)
          .build();
    }
  }

  /**
   * What the model reads.
   *
   * @param mainInput (batch, 100) int32
   * @param auxInput (batch, 5) float32
   */
  public record Inputs(INDArray mainInput, INDArray auxInput) {}

  /**
   * What the model gives.
   *
   * @param mainOutput (batch, 1) float32
   * @param auxOutput (batch, 1) float32
   */
  public record Outputs(INDArray mainOutput, INDArray auxOutput) {
    private static Outputs of(INDArray[] arrays) {
      return new Outputs(arrays[0], arrays[1]);
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the weighted sum of the losses
   * @param mainOutputLoss the loss of {@code mainOutput}
   * @param auxOutputLoss the loss of {@code auxOutput}
   */
  public record Scores(double loss, double mainOutputLoss, double auxOutputLoss) {}

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
     * Sets what training of {@code mainOutput} makes small; {@link Loss#BINARY_CROSSENTROPY} unless
     * set.
     */
    public Builder mainOutputLoss(Loss loss) {
      network.loss("mainOutput", loss);
      return this;
    }

    /** Sets the weight of the loss of {@code mainOutput} in the sum; 1.0 unless set. */
    public Builder mainOutputLossWeight(double weight) {
      network.lossWeight("mainOutput", weight);
      return this;
    }

    /**
     * Sets what is reported of {@code mainOutput} besides the loss, in place of what is declared.
     */
    public Builder mainOutputMetrics(Metric... metrics) {
      network.metrics("mainOutput", metrics);
      return this;
    }

    /**
     * Sets what training of {@code auxOutput} makes small; {@link Loss#BINARY_CROSSENTROPY} unless
     * set.
     */
    public Builder auxOutputLoss(Loss loss) {
      network.loss("auxOutput", loss);
      return this;
    }

    /** Sets the weight of the loss of {@code auxOutput} in the sum; 0.2 unless set. */
    public Builder auxOutputLossWeight(double weight) {
      network.lossWeight("auxOutput", weight);
      return this;
    }

    /**
     * Sets what is reported of {@code auxOutput} besides the loss, in place of what is declared.
     */
    public Builder auxOutputMetrics(Metric... metrics) {
      network.metrics("auxOutput", metrics);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public NewsModel build() {
      return new NewsModel(network.build());
    }
  }
}
