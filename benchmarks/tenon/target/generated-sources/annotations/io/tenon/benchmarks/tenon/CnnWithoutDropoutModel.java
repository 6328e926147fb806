package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.maxPooling2D;

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
 * {@link CnnWithoutDropout}, checked and ready to train.
 *
 * <pre>
 * picture     Image   28 x 28 x 1   input                 0
 * edges       Image   26 x 26 x 32  Conv2D              320
 * shapes      Image   24 x 24 x 64  Conv2D           18,496
 * smaller     Image   12 x 12 x 64  MaxPooling2D          0
 * keptShapes  Image   12 x 12 x 64  Dropout               0
 * features    Vector  9216          Flatten               0
 * hidden      Vector  128           Dense         1,179,776
 * keptHidden  Vector  128           Dropout               0
 * digit       Vector  10            Dense             1,290  output, sparse categorical crossentropy
 *                                   total         1,199,882
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "edges(picture)",
  "shapes(edges)",
  "smaller(shapes)",
  "keptShapes(smaller)",
  "features(keptShapes)",
  "hidden(features)",
  "keptHidden(hidden)",
  "digit(keptHidden)"
})
final class CnnWithoutDropoutModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("CnnWithoutDropout")
          .input("picture", "28 28 1")
          .layer("edges", conv2D(32, 3).activation(RELU), "picture")
          .layer("shapes", conv2D(64, 3).activation(RELU), "edges")
          .layer("smaller", maxPooling2D().poolSize(2), "shapes")
          .layer("keptShapes", dropout(0.0), "smaller")
          .layer("features", flatten(), "keptShapes")
          .layer("hidden", dense(128).activation(RELU), "features")
          .layer("keptHidden", dropout(0.0), "hidden")
          .layer("digit", dense(10).activation(SOFTMAX), "keptHidden")
          .output("digit", SPARSE_CATEGORICAL_CROSSENTROPY)
          .build();

  private final Network network;

  private CnnWithoutDropoutModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static CnnWithoutDropoutModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold CnnWithoutDropout as it is declared. */
  public static CnnWithoutDropoutModel load(Path file) {
    return new CnnWithoutDropoutModel(Network.load(file, GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsPicture samples() {
    return picture -> digit -> new Samples(picture, digit);
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
   * @param picture (batch, 28, 28, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(INDArray picture) {
    return network.predict(picture)[0];
  }

  /** The Conv2D layer that gives edges: (batch, 26, 26, 32) float32. */
  public LayerView edges() {
    return network.layer("edges");
  }

  /** The Conv2D layer that gives shapes: (batch, 24, 24, 64) float32. */
  public LayerView shapes() {
    return network.layer("shapes");
  }

  /** The MaxPooling2D layer that gives smaller: (batch, 12, 12, 64) float32. */
  public LayerView smaller() {
    return network.layer("smaller");
  }

  /** The Dropout layer that gives keptShapes: (batch, 12, 12, 64) float32. */
  public LayerView keptShapes() {
    return network.layer("keptShapes");
  }

  /** The Flatten layer that gives features: (batch, 9216) float32. */
  public LayerView features() {
    return network.layer("features");
  }

  /** The Dense layer that gives hidden: (batch, 128) float32. */
  public LayerView hidden() {
    return network.layer("hidden");
  }

  /** The Dropout layer that gives keptHidden: (batch, 128) float32. */
  public LayerView keptHidden() {
    return network.layer("keptHidden");
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

  /** Samples that still need the input {@code picture}. */
  @FunctionalInterface
  public interface NeedsPicture {
    /**
     * Adds the input {@code picture}.
     *
     * @param picture (batch, 28, 28, 1) float32
     */
    NeedsDigit picture(INDArray picture);
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
   * @param picture (batch, 28, 28, 1) float32
   * @param digit (batch) int32: class numbers 0 to 9
   */
  public record Samples(INDArray picture, INDArray digit) {
    private io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("picture", picture)
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
    public CnnWithoutDropoutModel build() {
      return new CnnWithoutDropoutModel(network.build());
    }
  }
}
