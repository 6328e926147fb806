package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;

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
 * {@link Mlp}, checked and ready to train.
 *
 * <pre>
 * pixels   Vector  784  input         0
 * hidden   Vector  32   Dense    25,120
 * dropped  Vector  32   Dropout       0
 * digit    Vector  10   Dense       330  output
 *                       total    25,450
 * </pre>
 *
 * <p><img src="doc-files/MlpModel.svg" alt="The layers of Mlp and how they are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "hidden(pixels)",
  "dropped(hidden)",
  "digit(dropped)"
})
final class MlpModel extends TypedModel<MlpModel.Samples, MlpModel.Scores> {
  private static final Graph GRAPH =
      Graph.builder("Mlp")
          .input("pixels", "784")
          .layer("hidden", dense(32).activation(RELU), "pixels")
          .layer("dropped", dropout(0.2), "hidden")
          .layer("digit", dense(10).activation(SOFTMAX), "dropped")
          .output("digit")
          .sequential()
          .build();

  private MlpModel(Network network) {
    super(network, Scores::of);
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

  /**
   * A model with the weights of a file, which must hold Mlp as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static MlpModel load(Path file, LoadChoice options) {
    return new MlpModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold Mlp as it is declared. */
  public static MlpModel fromJson(String json) {
    return new MlpModel(Network.fromJson(json, GRAPH));
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

  /**
   * Predicts.
   *
   * @param pixels (batch, 784) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(INDArray pixels) {
    return outputs(pixels)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param pixels (batch, 784) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predict(float[][] pixels) {
    return predict(JavaArrays.of(pixels));
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
   * @param pixels (batch, 784) float32
   * @return digit: (batch, 10) float32
   */
  public INDArray predictOnBatch(INDArray pixels) {
    return outputsOfBatch(pixels)[0];
  }

  /** The Dense layer that gives hidden: (batch, 32) float32. */
  public LayerView hidden() {
    return network().layer("hidden");
  }

  /** The Dropout layer that gives dropped: (batch, 32) float32. */
  public LayerView dropped() {
    return network().layer("dropped");
  }

  /** The Dense layer that gives digit: (batch, 10) float32. */
  public LayerView digit() {
    return network().layer("digit");
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

    /**
     * Adds the input {@code pixels} as a Java array.
     *
     * @param pixels (batch, 784) float32
     */
    default NeedsDigit pixels(float[][] pixels) {
      return pixels(JavaArrays.of(pixels));
    }
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

    /**
     * Adds the labels of {@code digit} as a Java array.
     *
     * @param digit (batch, 10) float32
     */
    default Samples digit(float[][] digit) {
      return digit(JavaArrays.of(digit));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param pixels (batch, 784) float32
   * @param digit (batch, 10) float32
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray pixels, INDArray digit,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray pixels, INDArray digit) {
      this(pixels, digit, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.pixels, this.digit, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("pixels", pixels)
          .label("digit", digit)
          .weighting(sampleWeights)
          .build();
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the mean over the samples
   */
  public record Scores(double loss) {
    private static Scores of(ScoreValues scores) {
      return new Scores(
          scores.get("loss"));
    }
  }

  /** Gathers how the model is trained; everything has a default. */
  public static final class Builder extends TypedBuilder<Builder, MlpModel> {
    private Builder() {
      super(GRAPH, MlpModel::new);
    }

    /** Sets what training of {@code digit} makes small; {@link Loss#NONE} unless set. */
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
