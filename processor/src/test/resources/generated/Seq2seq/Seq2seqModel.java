package example;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.repeatVector;
import static io.tenon.dsl.Layers.timeDistributed;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.JavaArrays;
import io.tenon.data.SampleArrays;
import io.tenon.data.Weighting;
import io.tenon.dsl.Layers;
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
 * {@link Seq2seq}, checked and ready to train.
 *
 * <pre>
 * input_layer_5     Series  5 x 3  input              0
 * bidirectional     Vector  8      Bidirectional    216
 * repeat_vector     Series  4 x 8  RepeatVector       0
 * gru_2             Series  4 x 5  GRU              225
 * time_distributed  Series  4 x 3  TimeDistributed   18
 * permute           Series  3 x 4  Permute            0
 * reshape           Series  4 x 3  Reshape            0  output
 *                                  total            459
 * </pre>
 *
 * <p><img src="doc-files/Seq2seqModel.svg" alt="The layers of Seq2seq and how they are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
public final class Seq2seqModel extends TypedModel<Seq2seqModel.Samples, Seq2seqModel.Scores> {
  private static final Graph GRAPH =
      Graph.builder("seq2seq")
          .input("input_layer_5", "5 3")
          .layer("bidirectional", Layers.bidirectional(gru(4)), "input_layer_5")
          .layer("repeat_vector", repeatVector(4), "bidirectional")
          .layer("gru_2", gru(5).returnSequences(true), "repeat_vector")
          .layer("time_distributed", timeDistributed(dense(3)), "gru_2")
          .layer("permute", Layers.permute(2, 1), "time_distributed")
          .layer("reshape", Layers.reshape(4, 3), "permute")
          .output("reshape")
          .sequential()
          .build();

  private Seq2seqModel(Network network) {
    super(network, Scores::of);
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static Seq2seqModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold seq2seq as it is declared. */
  public static Seq2seqModel load(Path file) {
    return new Seq2seqModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold seq2seq as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static Seq2seqModel load(Path file, LoadChoice options) {
    return new Seq2seqModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold seq2seq as it is declared. */
  public static Seq2seqModel fromJson(String json) {
    return new Seq2seqModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what seq2seq declares, wherever it was described. */
  public static Seq2seqModel of(Network network) {
    return new Seq2seqModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsInput_layer_5 samples() {
    return input_layer_5 -> reshape -> new Samples(input_layer_5, reshape);
  }

  /**
   * Predicts.
   *
   * @param input_layer_5 (batch, 5, 3) float32
   * @return reshape: (batch, 4, 3) float32
   */
  public INDArray predict(INDArray input_layer_5) {
    return outputs(input_layer_5)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param input_layer_5 (batch, 5, 3) float32
   * @return reshape: (batch, 4, 3) float32
   */
  public INDArray predict(float[][][] input_layer_5) {
    return predict(JavaArrays.of(input_layer_5));
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return reshape: (batch, 4, 3) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param input_layer_5 (batch, 5, 3) float32
   * @return reshape: (batch, 4, 3) float32
   */
  public INDArray predictOnBatch(INDArray input_layer_5) {
    return outputsOfBatch(input_layer_5)[0];
  }

  /** The Bidirectional layer that gives bidirectional: (batch, 8) float32. */
  public LayerView bidirectional() {
    return network().layer("bidirectional");
  }

  /** The RepeatVector layer that gives repeat_vector: (batch, 4, 8) float32. */
  public LayerView repeat_vector() {
    return network().layer("repeat_vector");
  }

  /** The GRU layer that gives gru_2: (batch, 4, 5) float32. */
  public LayerView gru_2() {
    return network().layer("gru_2");
  }

  /** The TimeDistributed layer that gives time_distributed: (batch, 4, 3) float32. */
  public LayerView time_distributed() {
    return network().layer("time_distributed");
  }

  /** The Permute layer that gives permute: (batch, 3, 4) float32. */
  public LayerView permute() {
    return network().layer("permute");
  }

  /** The Reshape layer that gives reshape: (batch, 4, 3) float32. */
  public LayerView reshape() {
    return network().layer("reshape");
  }

  /** Samples that still need the input {@code input_layer_5}. */
  @FunctionalInterface
  public interface NeedsInput_layer_5 {
    /**
     * Adds the input {@code input_layer_5}.
     *
     * @param input_layer_5 (batch, 5, 3) float32
     */
    NeedsReshape input_layer_5(INDArray input_layer_5);

    /**
     * Adds the input {@code input_layer_5} as a Java array.
     *
     * @param input_layer_5 (batch, 5, 3) float32
     */
    default NeedsReshape input_layer_5(float[][][] input_layer_5) {
      return input_layer_5(JavaArrays.of(input_layer_5));
    }
  }

  /** Samples that still need the labels of {@code reshape}. */
  @FunctionalInterface
  public interface NeedsReshape {
    /**
     * Adds the labels of {@code reshape}.
     *
     * @param reshape (batch, 4, 3) float32
     */
    Samples reshape(INDArray reshape);

    /**
     * Adds the labels of {@code reshape} as a Java array.
     *
     * @param reshape (batch, 4, 3) float32
     */
    default Samples reshape(float[][][] reshape) {
      return reshape(JavaArrays.of(reshape));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param input_layer_5 (batch, 5, 3) float32
   * @param reshape (batch, 4, 3) float32
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray input_layer_5, INDArray reshape,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray input_layer_5, INDArray reshape) {
      this(input_layer_5, reshape, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.input_layer_5, this.reshape, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("input_layer_5", input_layer_5)
          .label("reshape", reshape)
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
  public static final class Builder extends TypedBuilder<Builder, Seq2seqModel> {
    private Builder() {
      super(GRAPH, Seq2seqModel::new);
    }

    /** Sets what training of {@code reshape} makes small; {@link Loss#NONE} unless set. */
    public Builder reshapeLoss(Loss loss) {
      return setLoss("reshape", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder reshapeLoss(LossFunction loss) {
      return setLoss("reshape", loss);
    }

    /** Sets what is reported of {@code reshape} besides the loss, in place of what is declared. */
    public Builder reshapeMetrics(Metric... metrics) {
      return setMetrics("reshape", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder reshapeMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("reshape", metric, more);
    }
  }
}
