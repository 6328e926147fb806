package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;

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
 * {@link PictureEncoder}, checked and ready to train.
 *
 * <pre>
 * picture  Image   28 x 28 x 1  input         0
 * edges    Image   26 x 26 x 8  Conv2D       80
 * flat     Vector  5408         Flatten       0
 * code     Vector  16           Dense    86,544  output
 *                               total    86,624
 * </pre>
 *
 * <p><img src="doc-files/PictureEncoderModel.svg" alt="The layers of PictureEncoder and how they
 * are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "edges(picture)",
  "flat(edges)",
  "code(flat)"
})
public final class PictureEncoderModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("PictureEncoder")
          .input("picture", "28 28 1")
          .layer("edges", conv2D(8, 3).activation(RELU), "picture")
          .layer("flat", flatten(), "edges")
          .layer("code", dense(16), "flat")
          .output("code")
          .sequential()
          .build();

  private final Network network;

  private PictureEncoderModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static PictureEncoderModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold PictureEncoder as it is declared. */
  public static PictureEncoderModel load(Path file) {
    return new PictureEncoderModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold PictureEncoder as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static PictureEncoderModel load(Path file, Consumer<? super LoadOptions> options) {
    return new PictureEncoderModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold PictureEncoder as it is declared. */
  public static PictureEncoderModel fromJson(String json) {
    return new PictureEncoderModel(Network.fromJson(json, GRAPH));
  }

  /**
   * The types for a network which computes what PictureEncoder declares, wherever it was described.
   */
  public static PictureEncoderModel of(Network network) {
    return new PictureEncoderModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsPicture samples() {
    return picture -> code -> new Samples(picture, code);
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
   * @param picture (batch, 28, 28, 1) float32
   * @return code: (batch, 16) float32
   */
  public INDArray predict(INDArray picture) {
    return network.predict(picture)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param picture (batch, 28, 28, 1) float32
   * @return code: (batch, 16) float32
   */
  public INDArray predict(float[][][][] picture) {
    return predict(JavaArrays.of(picture));
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return code: (batch, 16) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return network.predict(batches).values().toArray(new INDArray[0])[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param picture (batch, 28, 28, 1) float32
   * @return code: (batch, 16) float32
   */
  public INDArray predictOnBatch(INDArray picture) {
    return network.predictOnBatch(picture)[0];
  }

  /** The Conv2D layer that gives edges: (batch, 26, 26, 8) float32. */
  public LayerView edges() {
    return network.layer("edges");
  }

  /** The Flatten layer that gives flat: (batch, 5408) float32. */
  public LayerView flat() {
    return network.layer("flat");
  }

  /** The Dense layer that gives code: (batch, 16) float32. */
  public LayerView code() {
    return network.layer("code");
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

  /** Samples that still need the input {@code picture}. */
  @FunctionalInterface
  public interface NeedsPicture {
    /**
     * Adds the input {@code picture}.
     *
     * @param picture (batch, 28, 28, 1) float32
     */
    NeedsCode picture(INDArray picture);

    /**
     * Adds the input {@code picture} as a Java array.
     *
     * @param picture (batch, 28, 28, 1) float32
     */
    default NeedsCode picture(float[][][][] picture) {
      return picture(JavaArrays.of(picture));
    }
  }

  /** Samples that still need the labels of {@code code}. */
  @FunctionalInterface
  public interface NeedsCode {
    /**
     * Adds the labels of {@code code}.
     *
     * @param code (batch, 16) float32
     */
    Samples code(INDArray code);

    /**
     * Adds the labels of {@code code} as a Java array.
     *
     * @param code (batch, 16) float32
     */
    default Samples code(float[][] code) {
      return code(JavaArrays.of(code));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param picture (batch, 28, 28, 1) float32
   * @param code (batch, 16) float32
   * @param sampleWeights how much each sample counts in the loss, by output; those of the empty
   * name count for all others
   */
  public record Samples(INDArray picture, INDArray code,
      Map<String, INDArray> sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray picture, INDArray code) {
      this(picture, code, Map.of());
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.picture, this.code, Map.of("", weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("picture", picture)
          .label("code", code)
          .sampleWeights(sampleWeights)
          .build();
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the mean over the samples
   */
  public record Scores(double loss) {
    private static Scores of(Map<String, Double> scores) {
      return new Scores(
          scores.getOrDefault("loss", Double.NaN));
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

    /** Sets what training of {@code code} makes small; {@link Loss#NONE} unless set. */
    public Builder codeLoss(Loss loss) {
      network.loss("code", loss);
      return this;
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder codeLoss(LossFunction loss) {
      network.loss("code", loss);
      return this;
    }

    /** Sets what is reported of {@code code} besides the loss, in place of what is declared. */
    public Builder codeMetrics(Metric... metrics) {
      network.metrics("code", metrics);
      return this;
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder codeMetrics(MetricSpec metric, MetricSpec... more) {
      network.metrics("code", metric, more);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public PictureEncoderModel build() {
      return new PictureEncoderModel(network.build());
    }
  }
}
