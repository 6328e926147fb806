package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.globalAveragePooling2D;
import static io.tenon.dsl.Layers.subtract;

import io.tenon.Loss;
import io.tenon.Metric;
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
 * {@link Nested}, checked and ready to train.
 *
 * <pre>
 * left                                   Image   8 x 8 x 2  input                    0
 * right                                  Image   8 x 8 x 2  input                    0
 * encoder/conv2d_2                       Image   6 x 6 x 3  Conv2D                  57
 * encoder/global_average_pooling2d       Vector  3          GlobalAveragePooling2D   0
 * encoder                                Vector  4          Dense                   16
 * encoder_use1/conv2d_2                  Image   6 x 6 x 3  Conv2D                      weights of encoder/conv2d_2
 * encoder_use1/global_average_pooling2d  Vector  3          GlobalAveragePooling2D
 * encoder_use1                           Vector  4          Dense                       weights of encoder
 * diff                                   Vector  4          Subtract                 0
 * out                                    Vector  2          Dense                   10  output
 *                                                           total                   83
 * </pre>
 *
 * <p>How it is connected:
 *
 * <pre>
 * o    left
 * | o  right
 * o |  encoder
 * | o  encoder_use1
 * o-+  diff
 * o    out
 * </pre>
 *
 * <p><img src="doc-files/NestedModel.svg" alt="The layers of Nested and how they are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class NestedModel extends TypedModel<NestedModel.Samples, NestedModel.Scores> {
  private static final Graph ENCODER =
      Graph.builder("encoder")
          .input("input_layer_4", "8 8 2")
          .layer("conv2d_2", conv2D(3, 3).activation(RELU), "input_layer_4")
          .layer("global_average_pooling2d", globalAveragePooling2D(), "conv2d_2")
          .layer("dense_4", dense(4).activation(TANH), "global_average_pooling2d")
          .output("dense_4")
          .sequential()
          .build();

  private static final Graph GRAPH =
      Graph.builder("nested")
          .input("left", "8 8 2")
          .input("right", "8 8 2")
          .model("encoder", ENCODER)
          .apply("encoder", "encoder", "left")
          .apply("encoder_use1", "encoder", "right")
          .layer("diff", subtract(), "encoder", "encoder_use1")
          .layer("out", dense(2).activation(SOFTMAX), "diff")
          .output("out")
          .build();

  private NestedModel(Network network) {
    super(network, Scores::of);
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static NestedModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold nested as it is declared. */
  public static NestedModel load(Path file) {
    return new NestedModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold nested as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static NestedModel load(Path file, LoadChoice options) {
    return new NestedModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold nested as it is declared. */
  public static NestedModel fromJson(String json) {
    return new NestedModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what nested declares, wherever it was described. */
  public static NestedModel of(Network network) {
    return new NestedModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsLeft samples() {
    return left -> right -> out -> new Samples(left, right, out);
  }

  /**
   * Predicts.
   *
   * @param left (batch, 8, 8, 2) float32
   * @param right (batch, 8, 8, 2) float32
   * @return out: (batch, 2) float32
   */
  public INDArray predict(INDArray left, INDArray right) {
    return outputs(left, right)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param left (batch, 8, 8, 2) float32
   * @param right (batch, 8, 8, 2) float32
   * @return out: (batch, 2) float32
   */
  public INDArray predict(float[][][][] left, float[][][][] right) {
    return predict(JavaArrays.of(left), JavaArrays.of(right));
  }

  /**
   * Predicts.
   *
   * @return out: (batch, 2) float32
   */
  public INDArray predict(Inputs inputs) {
    return predict(inputs.left(), inputs.right());
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return out: (batch, 2) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param left (batch, 8, 8, 2) float32
   * @param right (batch, 8, 8, 2) float32
   * @return out: (batch, 2) float32
   */
  public INDArray predictOnBatch(INDArray left, INDArray right) {
    return outputsOfBatch(left, right)[0];
  }

  /** The Conv2D layer that gives encoder/conv2d_2: (batch, 6, 6, 3) float32. */
  public LayerView encoderConv2d_2() {
    return network().layer("encoder/conv2d_2");
  }

  /**
   * The GlobalAveragePooling2D layer that gives encoder/global_average_pooling2d: (batch, 3)
   * float32.
   */
  public LayerView encoderGlobal_average_pooling2d() {
    return network().layer("encoder/global_average_pooling2d");
  }

  /** The Dense layer that gives encoder: (batch, 4) float32. */
  public LayerView encoderDense_4() {
    return network().layer("encoder/dense_4");
  }

  /** The Subtract layer that gives diff: (batch, 4) float32. */
  public LayerView diff() {
    return network().layer("diff");
  }

  /** The Dense layer that gives out: (batch, 2) float32. */
  public LayerView out() {
    return network().layer("out");
  }

  /** Samples that still need the input {@code left}. */
  @FunctionalInterface
  public interface NeedsLeft {
    /**
     * Adds the input {@code left}.
     *
     * @param left (batch, 8, 8, 2) float32
     */
    NeedsRight left(INDArray left);

    /**
     * Adds the input {@code left} as a Java array.
     *
     * @param left (batch, 8, 8, 2) float32
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
     * @param right (batch, 8, 8, 2) float32
     */
    NeedsOut right(INDArray right);

    /**
     * Adds the input {@code right} as a Java array.
     *
     * @param right (batch, 8, 8, 2) float32
     */
    default NeedsOut right(float[][][][] right) {
      return right(JavaArrays.of(right));
    }
  }

  /** Samples that still need the labels of {@code out}. */
  @FunctionalInterface
  public interface NeedsOut {
    /**
     * Adds the labels of {@code out}.
     *
     * @param out (batch, 2) float32
     */
    Samples out(INDArray out);

    /**
     * Adds the labels of {@code out} as a Java array.
     *
     * @param out (batch, 2) float32
     */
    default Samples out(float[][] out) {
      return out(JavaArrays.of(out));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param left (batch, 8, 8, 2) float32
   * @param right (batch, 8, 8, 2) float32
   * @param out (batch, 2) float32
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray left, INDArray right, INDArray out,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray left, INDArray right, INDArray out) {
      this(left, right, out, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.left, this.right, this.out, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("left", left)
          .input("right", right)
          .label("out", out)
          .weighting(sampleWeights)
          .build();
    }
  }

  /**
   * What the model reads.
   *
   * @param left (batch, 8, 8, 2) float32
   * @param right (batch, 8, 8, 2) float32
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
  public static final class Builder extends TypedBuilder<Builder, NestedModel> {
    private Builder() {
      super(GRAPH, NestedModel::new);
    }

    /** Sets what training of {@code out} makes small; {@link Loss#NONE} unless set. */
    public Builder outLoss(Loss loss) {
      return setLoss("out", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder outLoss(LossFunction loss) {
      return setLoss("out", loss);
    }

    /** Sets what is reported of {@code out} besides the loss, in place of what is declared. */
    public Builder outMetrics(Metric... metrics) {
      return setMetrics("out", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder outMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("out", metric, more);
    }
  }
}
