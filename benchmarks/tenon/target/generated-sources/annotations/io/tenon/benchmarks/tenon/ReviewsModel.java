package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.DataType.INT32;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.lstm;

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
 * {@link Reviews}, checked and ready to train.
 *
 * <pre>
 * words     Tokens  80        input              0
 * embedded  Series  80 x 128  Embedding  2,560,000
 * meaning   Vector  128       LSTM         131,584
 * opinion   Vector  1         Dense            129  output, binary crossentropy
 *                             total      2,691,713
 * </pre>
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "embedded(words)",
  "meaning(embedded)",
  "opinion(meaning)"
})
final class ReviewsModel implements AutoCloseable {
  private static final Graph GRAPH =
      Graph.builder("Reviews")
          .input("words", "80", INT32)
          .layer("embedded", embedding(20000, 128), "words")
          .layer("meaning", lstm(128), "embedded")
          .layer("opinion", dense(1).activation(SIGMOID), "meaning")
          .output("opinion", BINARY_CROSSENTROPY)
          .build();

  private final Network network;

  private ReviewsModel(Network network) {
    this.network = network;
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static ReviewsModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold Reviews as it is declared. */
  public static ReviewsModel load(Path file) {
    return new ReviewsModel(Network.load(file, GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsWords samples() {
    return words -> opinion -> new Samples(words, opinion);
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
   * @param words (batch, 80) int32
   * @return opinion: (batch, 1) float32
   */
  public INDArray predict(INDArray words) {
    return network.predict(words)[0];
  }

  /** The Embedding layer that gives embedded: (batch, 80, 128) float32. */
  public LayerView embedded() {
    return network.layer("embedded");
  }

  /** The LSTM layer that gives meaning: (batch, 128) float32. */
  public LayerView meaning() {
    return network.layer("meaning");
  }

  /** The Dense layer that gives opinion: (batch, 1) float32. */
  public LayerView opinion() {
    return network.layer("opinion");
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

  /** Samples that still need the input {@code words}. */
  @FunctionalInterface
  public interface NeedsWords {
    /**
     * Adds the input {@code words}.
     *
     * @param words (batch, 80) int32
     */
    NeedsOpinion words(INDArray words);
  }

  /** Samples that still need the labels of {@code opinion}. */
  @FunctionalInterface
  public interface NeedsOpinion {
    /**
     * Adds the labels of {@code opinion}.
     *
     * @param opinion (batch, 1) float32
     */
    Samples opinion(INDArray opinion);
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param words (batch, 80) int32
   * @param opinion (batch, 1) float32
   */
  public record Samples(INDArray words, INDArray opinion) {
    private io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("words", words)
          .label("opinion", opinion)
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
     * Sets what training of {@code opinion} makes small; {@link Loss#BINARY_CROSSENTROPY} unless
     * set.
     */
    public Builder opinionLoss(Loss loss) {
      network.loss("opinion", loss);
      return this;
    }

    /** Sets what is reported of {@code opinion} besides the loss, in place of what is declared. */
    public Builder opinionMetrics(Metric... metrics) {
      network.metrics("opinion", metrics);
      return this;
    }

    /** Makes first weights, shuffling and dropout the same in each run. */
    public Builder seed(long seed) {
      network.seed(seed);
      return this;
    }

    /** The model, with fresh weights. */
    public ReviewsModel build() {
      return new ReviewsModel(network.build());
    }
  }
}
