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
import io.tenon.data.Weighting;
import io.tenon.file.LoadChoice;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.network.LayerView;
import io.tenon.network.Network;
import io.tenon.network.ScoreValues;
import io.tenon.network.TypedBuilder;
import io.tenon.network.TypedModel;
import java.nio.file.Path;
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
public final class DigitsModel extends TypedModel<DigitsModel.Samples, DigitsModel.Scores> {
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

  private DigitsModel(Network network) {
    super(network, Scores::of);
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
  public static DigitsModel load(Path file, LoadChoice options) {
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

  /**
   * Predicts.
   *
   * @param image (batch, 8, 8, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(INDArray image) {
    return outputs(image)[0];
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
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param image (batch, 8, 8, 1) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predictOnBatch(INDArray image) {
    return outputsOfBatch(image)[0];
  }

  /** The Conv2D layer that gives edges: (batch, 8, 8, 16) float32. */
  public LayerView edges() {
    return network().layer("edges");
  }

  /** The MaxPooling2D layer that gives smaller: (batch, 4, 8, 16) float32. */
  public LayerView smaller() {
    return network().layer("smaller");
  }

  /** The Flatten layer that gives features: (batch, 512) float32. */
  public LayerView features() {
    return network().layer("features");
  }

  /** The Dense layer that gives digit: (batch, 10) float32. */
  public LayerView digit() {
    return network().layer("digit");
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
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray image, INDArray digit,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray image, INDArray digit) {
      this(image, digit, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.image, this.digit, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("image", image)
          .label("digit", digit)
          .weighting(sampleWeights)
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
    private static Scores of(ScoreValues scores) {
      return new Scores(
          scores.get("loss"),
          scores.get("accuracy"));
    }
  }

  /** Gathers how the model is trained; everything has a default. */
  public static final class Builder extends TypedBuilder<Builder, DigitsModel> {
    private Builder() {
      super(GRAPH, DigitsModel::new);
    }

    /**
     * Sets what training of {@code digit} makes small; {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY}
     * unless set.
     */
    public Builder digitLoss(Loss loss) {
      return setLoss("digit", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder digitLoss(LossFunction loss) {
      return setLoss("digit", loss);
    }

    /** Sets what is reported of {@code digit} besides the loss, in place of what is declared. */
    public Builder digitMetrics(Metric... metrics) {
      return setMetrics("digit", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder digitMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("digit", metric, more);
    }
  }
}
