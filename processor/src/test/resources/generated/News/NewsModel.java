package example;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.dense;

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
 * {@link News}, checked and ready to train.
 *
 * <pre>
 * title    Vector  100  input            0
 * extras   Vector  5    input            0
 * words    Vector  32   Dense        3,232
 * urgent   Vector  1    Dense           33  output, binary crossentropy
 * joined   Vector  37   Concatenate      0
 * readers  Vector  1    Dense           38  output, mean squared error
 *                       total        3,303
 * </pre>
 *
 * <p>How it is connected:
 *
 * <pre>
 * o      title
 * | o    extras
 * o |    words
 * +-|-o  urgent
 * o-+    joined
 * o      readers
 * </pre>
 *
 * <p><img src="doc-files/NewsModel.svg" alt="The layers of News and how they are connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "words(title)",
  "urgent(words)",
  "joined(words, extras)",
  "readers(joined)"
})
public final class NewsModel extends TypedModel<NewsModel.Samples, NewsModel.Scores> {
  private static final Graph GRAPH =
      Graph.builder("News")
          .input("title", "100")
          .input("extras", "5")
          .layer("words", dense(32).activation(RELU), "title")
          .layer("urgent", dense(1).activation(SIGMOID), "words")
          .layer("joined", concatenate(), "words", "extras")
          .layer("readers", dense(1), "joined")
          .output("urgent", BINARY_CROSSENTROPY, 0.2, ACCURACY)
          .output("readers", Loss.MEAN_SQUARED_ERROR, Metric.MEAN_SQUARED_ERROR)
          .build();

  private NewsModel(Network network) {
    super(network, Scores::of);
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static NewsModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold News as it is declared. */
  public static NewsModel load(Path file) {
    return new NewsModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold News as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static NewsModel load(Path file, LoadChoice options) {
    return new NewsModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold News as it is declared. */
  public static NewsModel fromJson(String json) {
    return new NewsModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what News declares, wherever it was described. */
  public static NewsModel of(Network network) {
    return new NewsModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsTitle samples() {
    return title -> extras -> urgent -> readers -> new Samples(title, extras, urgent, readers);
  }

  /**
   * Predicts.
   *
   * @param title (batch, 100) float32
   * @param extras (batch, 5) float32
   */
  public Outputs predict(INDArray title, INDArray extras) {
    return Outputs.of(outputs(title, extras));
  }

  /**
   * Predicts of Java arrays.
   *
   * @param title (batch, 100) float32
   * @param extras (batch, 5) float32
   */
  public Outputs predict(float[][] title, float[][] extras) {
    return predict(JavaArrays.of(title), JavaArrays.of(extras));
  }

  /** Predicts. */
  public Outputs predict(Inputs inputs) {
    return predict(inputs.title(), inputs.extras());
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   */
  public Outputs predict(Iterable<? extends Samples> batches) {
    return Outputs.of(outputsOfBatches(batches));
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param title (batch, 100) float32
   * @param extras (batch, 5) float32
   */
  public Outputs predictOnBatch(INDArray title, INDArray extras) {
    return Outputs.of(outputsOfBatch(title, extras));
  }

  /** The Dense layer that gives words: (batch, 32) float32. */
  public LayerView words() {
    return network().layer("words");
  }

  /** The Dense layer that gives urgent: (batch, 1) float32. */
  public LayerView urgent() {
    return network().layer("urgent");
  }

  /** The Concatenate layer that gives joined: (batch, 37) float32. */
  public LayerView joined() {
    return network().layer("joined");
  }

  /** The Dense layer that gives readers: (batch, 1) float32. */
  public LayerView readers() {
    return network().layer("readers");
  }

  /** Samples that still need the input {@code title}. */
  @FunctionalInterface
  public interface NeedsTitle {
    /**
     * Adds the input {@code title}.
     *
     * @param title (batch, 100) float32
     */
    NeedsExtras title(INDArray title);

    /**
     * Adds the input {@code title} as a Java array.
     *
     * @param title (batch, 100) float32
     */
    default NeedsExtras title(float[][] title) {
      return title(JavaArrays.of(title));
    }
  }

  /** Samples that still need the input {@code extras}. */
  @FunctionalInterface
  public interface NeedsExtras {
    /**
     * Adds the input {@code extras}.
     *
     * @param extras (batch, 5) float32
     */
    NeedsUrgent extras(INDArray extras);

    /**
     * Adds the input {@code extras} as a Java array.
     *
     * @param extras (batch, 5) float32
     */
    default NeedsUrgent extras(float[][] extras) {
      return extras(JavaArrays.of(extras));
    }
  }

  /** Samples that still need the labels of {@code urgent}. */
  @FunctionalInterface
  public interface NeedsUrgent {
    /**
     * Adds the labels of {@code urgent}.
     *
     * @param urgent (batch, 1) float32
     */
    NeedsReaders urgent(INDArray urgent);

    /**
     * Adds the labels of {@code urgent} as a Java array.
     *
     * @param urgent (batch, 1) float32
     */
    default NeedsReaders urgent(float[][] urgent) {
      return urgent(JavaArrays.of(urgent));
    }
  }

  /** Samples that still need the labels of {@code readers}. */
  @FunctionalInterface
  public interface NeedsReaders {
    /**
     * Adds the labels of {@code readers}.
     *
     * @param readers (batch, 1) float32
     */
    Samples readers(INDArray readers);

    /**
     * Adds the labels of {@code readers} as a Java array.
     *
     * @param readers (batch, 1) float32
     */
    default Samples readers(float[][] readers) {
      return readers(JavaArrays.of(readers));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param title (batch, 100) float32
   * @param extras (batch, 5) float32
   * @param urgent (batch, 1) float32
   * @param readers (batch, 1) float32
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray title, INDArray extras, INDArray urgent, INDArray readers,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray title, INDArray extras, INDArray urgent, INDArray readers) {
      this(title, extras, urgent, readers, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.title, this.extras, this.urgent, this.readers, Weighting.of(weights));
    }

    /**
     * The same, each sample counting so much in the loss of {@code urgent}.
     *
     * @param weights (batch), 0 or more
     */
    public Samples urgentSampleWeights(INDArray weights) {
      Weighting all = this.sampleWeights.with("urgent", weights);
      return new Samples(this.title, this.extras, this.urgent, this.readers, all);
    }

    /**
     * The same, each sample counting so much in the loss of {@code readers}.
     *
     * @param weights (batch), 0 or more
     */
    public Samples readersSampleWeights(INDArray weights) {
      Weighting all = this.sampleWeights.with("readers", weights);
      return new Samples(this.title, this.extras, this.urgent, this.readers, all);
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("title", title)
          .input("extras", extras)
          .label("urgent", urgent)
          .label("readers", readers)
          .weighting(sampleWeights)
          .build();
    }
  }

  /**
   * What the model reads.
   *
   * @param title (batch, 100) float32
   * @param extras (batch, 5) float32
   */
  public record Inputs(INDArray title, INDArray extras) {}

  /**
   * What the model gives.
   *
   * @param urgent (batch, 1) float32
   * @param readers (batch, 1) float32
   */
  public record Outputs(INDArray urgent, INDArray readers) {
    private static Outputs of(INDArray[] arrays) {
      return new Outputs(arrays[0], arrays[1]);
    }
  }

  /**
   * What {@link #evaluate} measures; NaN what the builder has taken out.
   *
   * @param loss the weighted sum of the losses
   * @param urgentLoss the loss of {@code urgent}
   * @param readersLoss the loss of {@code readers}
   * @param urgentAccuracy the accuracy of {@code urgent}
   * @param readersMeanSquaredError the mean squared error of {@code readers}
   */
  public record Scores(double loss, double urgentLoss, double readersLoss, double urgentAccuracy,
      double readersMeanSquaredError) {
    private static Scores of(ScoreValues scores) {
      return new Scores(
          scores.get("loss"),
          scores.get("urgent_loss"),
          scores.get("readers_loss"),
          scores.get("urgent_accuracy"),
          scores.get("readers_mean_squared_error"));
    }
  }

  /** Gathers how the model is trained; everything has a default. */
  public static final class Builder extends TypedBuilder<Builder, NewsModel> {
    private Builder() {
      super(GRAPH, NewsModel::new);
    }

    /**
     * Sets what training of {@code urgent} makes small; {@link Loss#BINARY_CROSSENTROPY} unless
     * set.
     */
    public Builder urgentLoss(Loss loss) {
      return setLoss("urgent", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder urgentLoss(LossFunction loss) {
      return setLoss("urgent", loss);
    }

    /** Sets the weight of the loss of {@code urgent} in the sum; 0.2 unless set. */
    public Builder urgentLossWeight(double weight) {
      return setLossWeight("urgent", weight);
    }

    /** Sets what is reported of {@code urgent} besides the loss, in place of what is declared. */
    public Builder urgentMetrics(Metric... metrics) {
      return setMetrics("urgent", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder urgentMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("urgent", metric, more);
    }

    /**
     * Sets what training of {@code readers} makes small; {@link Loss#MEAN_SQUARED_ERROR} unless
     * set.
     */
    public Builder readersLoss(Loss loss) {
      return setLoss("readers", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder readersLoss(LossFunction loss) {
      return setLoss("readers", loss);
    }

    /** Sets the weight of the loss of {@code readers} in the sum; 1.0 unless set. */
    public Builder readersLossWeight(double weight) {
      return setLossWeight("readers", weight);
    }

    /** Sets what is reported of {@code readers} besides the loss, in place of what is declared. */
    public Builder readersMetrics(Metric... metrics) {
      return setMetrics("readers", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder readersMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("readers", metric, more);
    }
  }
}
