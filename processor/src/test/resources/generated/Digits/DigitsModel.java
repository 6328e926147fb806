package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Initializer.Kind.HE_NORMAL;
import static io.tenon.Initializer.Kind.RANDOM_NORMAL;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.maxPooling2D;

import io.tenon.Initializer;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Wiring;
import io.tenon.data.JavaArrays;
import io.tenon.data.SampleArrays;
import io.tenon.file.LoadOptions;
import io.tenon.file.LoadReport;
import io.tenon.file.WeightOption;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.network.LayerView;
import io.tenon.network.Network;
import io.tenon.network.NetworkBuilder;
import io.tenon.optimizer.Optimizer;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * {@link Digits}, checked and ready to train.
 *
 * <pre>
 * image     Image   8 x 8 x 1   input             0
 * edges     Image   8 x 8 x 16  Conv2D          160
 * smaller   Image   4 x 8 x 16  MaxPooling2D      0
 * features  Vector  512         Flatten           0
 * digit     Vector  10          Dense         5,130  output, sparse categorical crossentropy
 *                               total         5,290
 * </pre>
 *
 * <p><img src="doc-files/DigitsModel.svg" alt="The layers of Digits and how they are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "edges(image)",
  "smaller(edges)",
  "features(smaller)",
  "digit(features)"
})
public final class DigitsModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("Digits")
          .input("image", "8 8 1")
          .layer(
              "edges",
              conv2D(16, 3).padding(SAME).activation(RELU).kernelInitializer(HE_NORMAL),
              "image")
          .layer("smaller", maxPooling2D().poolSize(2, 1), "edges")
          .layer("features", flatten(), "smaller")
          .layer(
              "digit",
              dense(10)
                  .activation(SOFTMAX)
                  .kernelInitializer(Initializer.Spec.of(RANDOM_NORMAL).withStddev(0.01)),
              "features")
          .output("digit", SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY)
          .build();

  private final Network network;

  private DigitsModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static DigitsModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold Digits as it is declared. */
  public static DigitsModel load(Path file) {
    return new DigitsModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold Digits as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static DigitsModel load(Path file, Consumer<? super LoadOptions> options) {
    return new DigitsModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold Digits as it is declared. */
  public static DigitsModel fromJson(String json) {
    return new DigitsModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what Digits declares, wherever it was described. */
  public static DigitsModel of(Network network) {
    return new DigitsModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsImage samples() {
    return image -> digit -> new Samples(image, digit);
  }

  /** Trains with the default options. */
  public History fit(Samples samples) {
    return network.fit(samples);
  }

  /**
   * Trains.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).batchSize(128)}
   */
  public History fit(Samples samples, Consumer<? super FitOptions> options) {
    return network.fit(samples, options);
  }

  /**
   * Trains on batches, of a list, a dataset or a generator. An epoch is a pass, or {@code
   * stepsPerEpoch} batches.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).stepsPerEpoch(100)}
   */
  public History fit(Iterable<? extends Samples> batches, Consumer<? super FitOptions> options) {
    return network.fit(batches, options);
  }

  /**
   * Trains on the batches of a stream, which can be read once: for several epochs, set {@code
   * stepsPerEpoch}.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).stepsPerEpoch(100)}
   */
  public History fit(Stream<? extends Samples> batches, Consumer<? super FitOptions> options) {
    return network.fit(batches, options);
  }

  /** Ends a training that runs after its step, with the model whole; from any thread. */
  public void stopTraining() {
    network.stopTraining();
  }

  /** Measures loss and metrics without training. */
  public Scores evaluate(Samples samples) {
    return Scores.of(network.evaluate(samples));
  }

  /** Measures batches without training, in one pass. */
  public Scores evaluate(Iterable<? extends Samples> batches) {
    return Scores.of(network.evaluate(batches));
  }

  /** One step of training on one batch, and how that scored. */
  public Scores trainOnBatch(Samples batch) {
    return Scores.of(network.trainOnBatch(batch));
  }

  /** The loss and metrics of one batch, without training. */
  public Scores testOnBatch(Samples batch) {
    return Scores.of(network.testOnBatch(batch));
  }

  /**
   * Predicts.
   *
   * @param image (batch, 8, 8, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(INDArray image) {
    return network.predict(image)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param image (batch, 8, 8, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(float[][][][] image) {
    return predict(JavaArrays.of(image));
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return network.predict(batches).values().toArray(new INDArray[0])[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param image (batch, 8, 8, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predictOnBatch(INDArray image) {
    return network.predictOnBatch(image)[0];
  }

  /** The Conv2D layer that gives edges: (batch, 8, 8, 16) float32. */
  public LayerView edges() {
    return network.layer("edges");
  }

  /** The MaxPooling2D layer that gives smaller: (batch, 4, 8, 16) float32. */
  public LayerView smaller() {
    return network.layer("smaller");
  }

  /** The Flatten layer that gives features: (batch, 512) float32. */
  public LayerView features() {
    return network.layer("features");
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

  /** Writes the model to a file, {@code .keras} or {@code .h5}. */
  public void save(Path file) {
    network.save(file);
  }

  /** Writes the weights alone, to {@code .weights.h5} or {@code .h5}. */
  public void saveWeights(Path file) {
    network.saveWeights(file);
  }

  /**
   * Sets the weights to those of a file, of the same layers or as far as options allow; tells which
   * layers were set.
   */
  public LoadReport loadWeights(Path file, WeightOption... options) {
    return network.loadWeights(file, options);
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

  /** Samples that still need the input {@code image}. */
  @FunctionalInterface
  public interface NeedsImage {
    /**
     * Adds the input {@code image}.
     *
     * @param image (batch, 8, 8, 1) float32
     */
    NeedsDigit image(INDArray image);

    /**
     * Adds the input {@code image} as a Java array.
     *
     * @param image (batch, 8, 8, 1) float32
     */
    default NeedsDigit image(float[][][][] image) {
      return image(JavaArrays.of(image));
    }
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

    /**
     * Adds the labels of {@code digit} as a Java array.
     *
     * @param digit (batch) int32: class numbers 0 to 9
     */
    default Samples digit(int[] digit) {
      return digit(JavaArrays.of(digit));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param image (batch, 8, 8, 1) float32
   * @param digit (batch) int32: class numbers 0 to 9
   * @param sampleWeights how much each sample counts in the loss, by output; those of the empty
   * name count for all others
   */
  public record Samples(INDArray image, INDArray digit,
      Map<String, INDArray> sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray image, INDArray digit) {
      this(image, digit, Map.of());
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.image, this.digit, Map.of("", weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("image", image)
          .label("digit", digit)
          .sampleWeights(sampleWeights)
          .build();
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the mean over the samples
   * @param accuracy the accuracy of {@code digit}
   */
  public record Scores(double loss, double accuracy) {
    private static Scores of(Map<String, Double> scores) {
      return new Scores(
          scores.getOrDefault("loss", Double.NaN),
          scores.getOrDefault("accuracy", Double.NaN));
    }
  }

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

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder digitLoss(LossFunction loss) {
      network.loss("digit", loss);
      return this;
    }

    /** Sets what is reported of {@code digit} besides the loss, in place of what is declared. */
    public Builder digitMetrics(Metric... metrics) {
      network.metrics("digit", metrics);
      return this;
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder digitMetrics(MetricSpec metric, MetricSpec... more) {
      network.metrics("digit", metric, more);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public DigitsModel build() {
      return new DigitsModel(network.build());
    }
  }
}
