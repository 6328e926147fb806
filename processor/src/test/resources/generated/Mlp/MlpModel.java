package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
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
 * pixels   Vector  784  input         0
 * hidden   Vector  32   Dense    25,120
 * dropped  Vector  32   Dropout       0
 * digit    Vector  10   Dense       330  output
 *                       total    25,450
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "hidden(pixels)",
  "dropped(hidden)",
  "digit(dropped)"
})
final class MlpModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("Mlp")
          .input("pixels", "784")
          .layer("hidden", dense(32).activation(RELU), "pixels")
          .layer("dropped", dropout(0.2), "hidden")
          .layer("digit", dense(10).activation(SOFTMAX), "dropped")
          .output("digit")
          .sequential()
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

  /** The types for a network which computes what Mlp declares, wherever it was described. */
  public static MlpModel of(Network network) {
    return new MlpModel(network.requireGraph(GRAPH));
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

  /** The Dense layer that gives hidden: (batch, 32) float32. */
  public LayerView hidden() {
    return network.layer("hidden");
  }

  /** The Dropout layer that gives dropped: (batch, 32) float32. */
  public LayerView dropped() {
    return network.layer("dropped");
  }

  /** The Dense layer that gives digit: (batch, 10) float32. */
  public LayerView digit() {
    return network.layer("digit");
  }

  /** The table above: for each tensor its rank, shape, layer and parameters. */
  public String summary() {
    return network.summary();
  }

  /** Draws the model to a file: {@code .svg}, {@code .png}, {@code .dot} or {@code .mmd}. */
  public void plotModel(Path file) {
    network.plotModel(file);
  }

  /** The architecture without weights, as Keras writes it. */
  public String toJson() {
    return network.toJson();
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
     * @param digit (batch, 10) float32
     */
    Samples digit(INDArray digit);
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param pixels (batch, 784) float32
   * @param digit (batch, 10) float32
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

    /** Sets what training of {@code digit} makes small; {@link Loss#NONE} unless set. */
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
