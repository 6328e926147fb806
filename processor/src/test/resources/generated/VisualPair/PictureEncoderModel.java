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
public final class PictureEncoderModel extends TypedModel<PictureEncoderModel.Samples, PictureEncoderModel.Scores> {
  private static final Graph GRAPH =
      Graph.builder("PictureEncoder")
          .input("picture", "28 28 1")
          .layer("edges", conv2D(8, 3).activation(RELU), "picture")
          .layer("flat", flatten(), "edges")
          .layer("code", dense(16), "flat")
          .output("code")
          .sequential()
          .build();

  private PictureEncoderModel(Network network) {
    super(network, Scores::of);
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
  public static PictureEncoderModel load(Path file, LoadChoice options) {
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

  /**
   * Predicts.
   *
   * @param picture (batch, 28, 28, 1) float32
   * @return code: (batch, 16) float32
   */
  public INDArray predict(INDArray picture) {
    return outputs(picture)[0];
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
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param picture (batch, 28, 28, 1) float32
   * @return code: (batch, 16) float32
   */
  public INDArray predictOnBatch(INDArray picture) {
    return outputsOfBatch(picture)[0];
  }

  /** The Conv2D layer that gives edges: (batch, 26, 26, 8) float32. */
  public LayerView edges() {
    return network().layer("edges");
  }

  /** The Flatten layer that gives flat: (batch, 5408) float32. */
  public LayerView flat() {
    return network().layer("flat");
  }

  /** The Dense layer that gives code: (batch, 16) float32. */
  public LayerView code() {
    return network().layer("code");
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
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray picture, INDArray code,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray picture, INDArray code) {
      this(picture, code, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.picture, this.code, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("picture", picture)
          .label("code", code)
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
  public static final class Builder extends TypedBuilder<Builder, PictureEncoderModel> {
    private Builder() {
      super(GRAPH, PictureEncoderModel::new);
    }

    /** Sets what training of {@code code} makes small; {@link Loss#NONE} unless set. */
    public Builder codeLoss(Loss loss) {
      return setLoss("code", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder codeLoss(LossFunction loss) {
      return setLoss("code", loss);
    }

    /** Sets what is reported of {@code code} besides the loss, in place of what is declared. */
    public Builder codeMetrics(Metric... metrics) {
      return setMetrics("code", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder codeMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("code", metric, more);
    }
  }
}
