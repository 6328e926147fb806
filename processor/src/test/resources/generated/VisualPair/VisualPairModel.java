package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.lambda;

import io.tenon.Image;
import io.tenon.Layer;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Vector;
import io.tenon.Wiring;
import io.tenon.data.JavaArrays;
import io.tenon.data.SampleArrays;
import io.tenon.data.Weighting;
import io.tenon.file.LoadChoice;
import io.tenon.graph.Graph;
import io.tenon.kernel.SameDiffFunction;
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
 * {@link VisualPair}, checked and ready to train.
 *
 * <pre>
 * left             Image   28 x 28 x 1  input             0
 * right            Image   28 x 28 x 1  input             0
 * leftCode/edges   Image   26 x 26 x 8  Conv2D           80
 * leftCode/flat    Vector  5408         Flatten           0
 * leftCode         Vector  16           Dense        86,544
 * rightCode/edges  Image   26 x 26 x 8  Conv2D               weights of leftCode/edges
 * rightCode/flat   Vector  5408         Flatten
 * rightCode        Vector  16           Dense                weights of leftCode
 * distance         Vector  16           Lambda            0
 * same             Vector  16           Lambda            0
 * small            Vector  4            Dense            68
 * smaller          Vector  4            Dense                weights of small
 * all              Vector  8            Concatenate       0
 * alike            Vector  1            Dense             9  output, binary crossentropy
 *                                       total        86,701
 * </pre>
 *
 * <p>How it is connected:
 *
 * <pre>
 * o    left
 * | o  right
 * o |  leftCode
 * | o  rightCode
 * +-o  distance
 * o |  same
 * | o  small
 * o |  smaller
 * +-o  all
 *   o  alike
 * </pre>
 *
 * <p><img src="doc-files/VisualPairModel.svg" alt="The layers of VisualPair and how they are
 * connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "leftCode(encoder, left)",
  "rightCode(encoder, right)",
  "distance(leftCode, rightCode)",
  "same(leftCode)",
  "small(squeeze, distance)",
  "smaller(squeeze, same)",
  "all(small, smaller)",
  "alike(all)"
})
public final class VisualPairModel extends TypedModel<VisualPairModel.Samples, VisualPairModel.Scores> {
  private static final VisualPair FUNCTIONS = new Functions();

  private static final Graph GRAPH =
      Graph.builder("VisualPair")
          .input("left", "28 28 1")
          .input("right", "28 28 1")
          .model("encoder", PictureEncoderModel.graph())
          .apply("leftCode", "encoder", "left")
          .apply("rightCode", "encoder", "right")
          .layer(
              "distance",
              lambda(SameDiffFunction.of(inputs -> FUNCTIONS.distance(inputs[0], inputs[1]))),
              "leftCode", "rightCode")
          .layer(
              "same",
              lambda(SameDiffFunction.of(inputs -> VisualPair.same(inputs[0])))
                  .outputShape("16"),
              "leftCode")
          .shared("squeeze", dense(4).activation(RELU))
          .apply("small", "squeeze", "distance")
          .apply("smaller", "squeeze", "same")
          .layer("all", concatenate(), "small", "smaller")
          .layer("alike", dense(1).activation(SIGMOID), "all")
          .freeze("encoder")
          .output("alike", BINARY_CROSSENTROPY)
          .build();

  private VisualPairModel(Network network) {
    super(network, Scores::of);
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static VisualPairModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold VisualPair as it is declared. */
  public static VisualPairModel load(Path file) {
    return new VisualPairModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold VisualPair as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static VisualPairModel load(Path file, LoadChoice options) {
    return new VisualPairModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold VisualPair as it is declared. */
  public static VisualPairModel fromJson(String json) {
    return new VisualPairModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what VisualPair declares, wherever it was described. */
  public static VisualPairModel of(Network network) {
    return new VisualPairModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsLeft samples() {
    return left -> right -> alike -> new Samples(left, right, alike);
  }

  /**
   * Predicts.
   *
   * @param left (batch, 28, 28, 1) float32
   * @param right (batch, 28, 28, 1) float32
   * @return alike: (batch, 1) float32
   */
  public INDArray predict(INDArray left, INDArray right) {
    return outputs(left, right)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param left (batch, 28, 28, 1) float32
   * @param right (batch, 28, 28, 1) float32
   * @return alike: (batch, 1) float32
   */
  public INDArray predict(float[][][][] left, float[][][][] right) {
    return predict(JavaArrays.of(left), JavaArrays.of(right));
  }

  /**
   * Predicts.
   *
   * @return alike: (batch, 1) float32
   */
  public INDArray predict(Inputs inputs) {
    return predict(inputs.left(), inputs.right());
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return alike: (batch, 1) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param left (batch, 28, 28, 1) float32
   * @param right (batch, 28, 28, 1) float32
   * @return alike: (batch, 1) float32
   */
  public INDArray predictOnBatch(INDArray left, INDArray right) {
    return outputsOfBatch(left, right)[0];
  }

  /** The Conv2D layer that gives leftCode/edges: (batch, 26, 26, 8) float32. */
  public LayerView encoderEdges() {
    return network().layer("encoder/edges");
  }

  /** The Flatten layer that gives leftCode/flat: (batch, 5408) float32. */
  public LayerView encoderFlat() {
    return network().layer("encoder/flat");
  }

  /** The Dense layer that gives leftCode: (batch, 16) float32. */
  public LayerView encoderCode() {
    return network().layer("encoder/code");
  }

  /** The Lambda layer that gives distance: (batch, 16) float32. */
  public LayerView distance() {
    return network().layer("distance");
  }

  /** The Lambda layer that gives same: (batch, 16) float32. */
  public LayerView same() {
    return network().layer("same");
  }

  /** The Dense layer that gives small: (batch, 4) float32. */
  public LayerView squeeze() {
    return network().layer("squeeze");
  }

  /** The Concatenate layer that gives all: (batch, 8) float32. */
  public LayerView all() {
    return network().layer("all");
  }

  /** The Dense layer that gives alike: (batch, 1) float32. */
  public LayerView alike() {
    return network().layer("alike");
  }

  /** The functions of {@link VisualPair}; its tensors are not called, but read from a model. */
  private static final class Functions implements VisualPair {
    @Override
    public Image left() {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Image right() {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public PictureEncoder encoder() {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector leftCode(PictureEncoder input0, Image input1) {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector rightCode(PictureEncoder input0, Image input1) {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Layer squeeze() {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector small(Layer input0, Vector input1) {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector smaller(Layer input0, Vector input1) {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector all(Vector input0, Vector input1) {
      throw new UnsupportedOperationException("a tensor");
    }

    @Override
    public Vector alike(Vector input0) {
      throw new UnsupportedOperationException("a tensor");
    }
  }

  /** Samples that still need the input {@code left}. */
  @FunctionalInterface
  public interface NeedsLeft {
    /**
     * Adds the input {@code left}.
     *
     * @param left (batch, 28, 28, 1) float32
     */
    NeedsRight left(INDArray left);

    /**
     * Adds the input {@code left} as a Java array.
     *
     * @param left (batch, 28, 28, 1) float32
     */
    default NeedsRight left(float[][][][] left) {
      return left(JavaArrays.of(left));
    }
  }

  /** Samples that still need the input {@code right}. */
  @FunctionalInterface
  public interface NeedsRight {
    /**
     * Adds the input {@code right}.
     *
     * @param right (batch, 28, 28, 1) float32
     */
    NeedsAlike right(INDArray right);

    /**
     * Adds the input {@code right} as a Java array.
     *
     * @param right (batch, 28, 28, 1) float32
     */
    default NeedsAlike right(float[][][][] right) {
      return right(JavaArrays.of(right));
    }
  }

  /** Samples that still need the labels of {@code alike}. */
  @FunctionalInterface
  public interface NeedsAlike {
    /**
     * Adds the labels of {@code alike}.
     *
     * @param alike (batch, 1) float32
     */
    Samples alike(INDArray alike);

    /**
     * Adds the labels of {@code alike} as a Java array.
     *
     * @param alike (batch, 1) float32
     */
    default Samples alike(float[][] alike) {
      return alike(JavaArrays.of(alike));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param left (batch, 28, 28, 1) float32
   * @param right (batch, 28, 28, 1) float32
   * @param alike (batch, 1) float32
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray left, INDArray right, INDArray alike,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray left, INDArray right, INDArray alike) {
      this(left, right, alike, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.left, this.right, this.alike, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("left", left)
          .input("right", right)
          .label("alike", alike)
          .weighting(sampleWeights)
          .build();
    }
  }

  /**
   * What the model reads.
   *
   * @param left (batch, 28, 28, 1) float32
   * @param right (batch, 28, 28, 1) float32
   */
  public record Inputs(INDArray left, INDArray right) {}

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
  public static final class Builder extends TypedBuilder<Builder, VisualPairModel> {
    private Builder() {
      super(GRAPH, VisualPairModel::new);
    }

    /**
     * Sets what training of {@code alike} makes small; {@link Loss#BINARY_CROSSENTROPY} unless set.
     */
    public Builder alikeLoss(Loss loss) {
      return setLoss("alike", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder alikeLoss(LossFunction loss) {
      return setLoss("alike", loss);
    }

    /** Sets what is reported of {@code alike} besides the loss, in place of what is declared. */
    public Builder alikeMetrics(Metric... metrics) {
      return setMetrics("alike", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder alikeMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("alike", metric, more);
    }
  }
}
