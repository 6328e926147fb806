package example;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.DataType.INT32;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Regularizer.Kind.L2;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.state;
import static io.tenon.dsl.Layers.timeDistributed;
import static io.tenon.layer.Bidirectional.MergeMode.SUM;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.Regularizer;
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
 * {@link Captions}, checked and ready to train.
 *
 * <pre>
 * question       Tokens  40         input                  0
 * answer         Tokens  20         input                  0
 * questionWords  Series  40 x 32    Embedding         32,000
 * answerWords    Series  20 x 32    Embedding         32,000
 * both           Series  40 x 32    Bidirectional     12,672
 * encoded        Vector  64         LSTM              24,832
 * hidden         Vector  64         State                  0
 * memory         Vector  64         State                  0
 * decoded        Series  20 x 64    LSTM              24,832
 * word           Series  20 x 1000  TimeDistributed   65,000  output, sparse categorical crossentropy
 *                                   total            191,336
 * </pre>
 *
 * <p>How it is connected:
 *
 * <pre>
 * o      question
 * | o    answer
 * o |    questionWords
 * | o    answerWords
 * o |    both
 * o |    encoded
 * +-|-o  hidden
 * o | |  memory
 * +-o-+  decoded
 *   o    word
 * </pre>
 *
 * <p><img src="doc-files/CaptionsModel.svg" alt="The layers of Captions and how they are
 * connected">
 */
@Generated("io.tenon.processor.ModelProcessor")
@NullMarked
@Wiring({
  "questionWords(question)",
  "answerWords(answer)",
  "both(questionWords)",
  "encoded(both)",
  "hidden(encoded)",
  "memory(encoded)",
  "decoded(answerWords, hidden, memory)",
  "word(decoded)"
})
final class CaptionsModel extends TypedModel<CaptionsModel.Samples, CaptionsModel.Scores> {
  private static final Graph GRAPH =
      Graph.builder("Captions")
          .input("question", "40", INT32)
          .input("answer", "20", INT32)
          .layer("questionWords", embedding(1000, 32).maskZero(true), "question")
          .layer("answerWords", embedding(1000, 32).maskZero(true), "answer")
          .layer(
              "both",
              bidirectional(gru(32).returnSequences(true)).mergeMode(SUM),
              "questionWords")
          .layer(
              "encoded",
              lstm(64)
                  .returnState(true)
                  .kernelRegularizer(Regularizer.Spec.of(L2).withL2(1.0E-4)),
              "both")
          .layer("hidden", state(), "encoded")
          .layer("memory", state().index(1), "encoded")
          .layer(
              "decoded",
              lstm(64).returnSequences(true),
              "answerWords", "hidden", "memory")
          .layer("word", timeDistributed(dense(1000).activation(SOFTMAX)), "decoded")
          .output("word", SPARSE_CATEGORICAL_CROSSENTROPY)
          .build();

  private CaptionsModel(Network network) {
    super(network, Scores::of);
  }

  /** Begins a model with fresh weights. */
  public static Builder builder() {
    return new Builder();
  }

  /** A model with fresh weights and all defaults. */
  public static CaptionsModel create() {
    return builder().build();
  }

  /** A model with the weights of a file, which must hold Captions as it is declared. */
  public static CaptionsModel load(Path file) {
    return new CaptionsModel(Network.load(file, GRAPH));
  }

  /**
   * A model with the weights of a file, which must hold Captions as it is declared.
   *
   * @param options losses, metrics, layers or functions that the file only names, such as {@code
   * load -> load.loss("distance", distance)}
   */
  public static CaptionsModel load(Path file, LoadChoice options) {
    return new CaptionsModel(Network.load(file, GRAPH, options));
  }

  /** A model with fresh weights of a text, which must hold Captions as it is declared. */
  public static CaptionsModel fromJson(String json) {
    return new CaptionsModel(Network.fromJson(json, GRAPH));
  }

  /** The types for a network which computes what Captions declares, wherever it was described. */
  public static CaptionsModel of(Network network) {
    return new CaptionsModel(network.requireGraph(GRAPH));
  }

  /** What was proved of the model: its layers, shapes and weights. */
  public static Graph graph() {
    return GRAPH;
  }

  /** Begins samples to train or evaluate with: arrays in turn. */
  public static NeedsQuestion samples() {
    return question -> answer -> word -> new Samples(question, answer, word);
  }

  /**
   * Predicts.
   *
   * @param question (batch, 40) int32
   * @param answer (batch, 20) int32
   * @return word: (batch, 20, 1000) float32
   */
  public INDArray predict(INDArray question, INDArray answer) {
    return outputs(question, answer)[0];
  }

  /**
   * Predicts of Java arrays.
   *
   * @param question (batch, 40) int32
   * @param answer (batch, 20) int32
   * @return word: (batch, 20, 1000) float32
   */
  public INDArray predict(int[][] question, int[][] answer) {
    return predict(JavaArrays.of(question), JavaArrays.of(answer));
  }

  /**
   * Predicts.
   *
   * @return word: (batch, 20, 1000) float32
   */
  public INDArray predict(Inputs inputs) {
    return predict(inputs.question(), inputs.answer());
  }

  /**
   * Predicts batches one after the other; labels are left alone.
   *
   * @param batches of a list, a dataset or a generator
   * @return word: (batch, 20, 1000) float32
   */
  public INDArray predict(Iterable<? extends Samples> batches) {
    return outputsOfBatches(batches)[0];
  }

  /**
   * Predicts one batch, whatever its size, in one run.
   *
   * @param question (batch, 40) int32
   * @param answer (batch, 20) int32
   * @return word: (batch, 20, 1000) float32
   */
  public INDArray predictOnBatch(INDArray question, INDArray answer) {
    return outputsOfBatch(question, answer)[0];
  }

  /** The Embedding layer that gives questionWords: (batch, 40, 32) float32. */
  public LayerView questionWords() {
    return network().layer("questionWords");
  }

  /** The Embedding layer that gives answerWords: (batch, 20, 32) float32. */
  public LayerView answerWords() {
    return network().layer("answerWords");
  }

  /** The Bidirectional layer that gives both: (batch, 40, 32) float32. */
  public LayerView both() {
    return network().layer("both");
  }

  /** The LSTM layer that gives encoded: (batch, 64) float32. */
  public LayerView encoded() {
    return network().layer("encoded");
  }

  /** The State layer that gives hidden: (batch, 64) float32. */
  public LayerView hidden() {
    return network().layer("hidden");
  }

  /** The State layer that gives memory: (batch, 64) float32. */
  public LayerView memory() {
    return network().layer("memory");
  }

  /** The LSTM layer that gives decoded: (batch, 20, 64) float32. */
  public LayerView decoded() {
    return network().layer("decoded");
  }

  /** The TimeDistributed layer that gives word: (batch, 20, 1000) float32. */
  public LayerView word() {
    return network().layer("word");
  }

  /** Samples that still need the input {@code question}. */
  @FunctionalInterface
  public interface NeedsQuestion {
    /**
     * Adds the input {@code question}.
     *
     * @param question (batch, 40) int32
     */
    NeedsAnswer question(INDArray question);

    /**
     * Adds the input {@code question} as a Java array.
     *
     * @param question (batch, 40) int32
     */
    default NeedsAnswer question(int[][] question) {
      return question(JavaArrays.of(question));
    }
  }

  /** Samples that still need the input {@code answer}. */
  @FunctionalInterface
  public interface NeedsAnswer {
    /**
     * Adds the input {@code answer}.
     *
     * @param answer (batch, 20) int32
     */
    NeedsWord answer(INDArray answer);

    /**
     * Adds the input {@code answer} as a Java array.
     *
     * @param answer (batch, 20) int32
     */
    default NeedsWord answer(int[][] answer) {
      return answer(JavaArrays.of(answer));
    }
  }

  /** Samples that still need the labels of {@code word}. */
  @FunctionalInterface
  public interface NeedsWord {
    /**
     * Adds the labels of {@code word}.
     *
     * @param word (batch, 20) int32: class numbers 0 to 999
     */
    Samples word(INDArray word);

    /**
     * Adds the labels of {@code word} as a Java array.
     *
     * @param word (batch, 20) int32: class numbers 0 to 999
     */
    default Samples word(int[][] word) {
      return word(JavaArrays.of(word));
    }
  }

  /**
   * Arrays to train or evaluate with; the first axis counts the samples.
   *
   * @param question (batch, 40) int32
   * @param answer (batch, 20) int32
   * @param word (batch, 20) int32: class numbers 0 to 999
   * @param sampleWeights how much each sample counts in the loss
   */
  public record Samples(INDArray question, INDArray answer, INDArray word,
      Weighting sampleWeights) implements SampleArrays {
    /** Samples that all count alike. */
    public Samples(INDArray question, INDArray answer, INDArray word) {
      this(question, answer, word, Weighting.ALIKE);
    }

    /**
     * The same, each sample counting so much in the loss of all outputs.
     *
     * @param weights (batch), 0 or more
     */
    public Samples sampleWeights(INDArray weights) {
      return new Samples(this.question, this.answer, this.word, Weighting.of(weights));
    }

    /** The arrays by name. */
    @Override
    public io.tenon.data.Samples arrays() {
      return io.tenon.data.Samples.builder()
          .input("question", question)
          .input("answer", answer)
          .label("word", word)
          .weighting(sampleWeights)
          .build();
    }
  }

  /**
   * What the model reads.
   *
   * @param question (batch, 40) int32
   * @param answer (batch, 20) int32
   */
  public record Inputs(INDArray question, INDArray answer) {}

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
  public static final class Builder extends TypedBuilder<Builder, CaptionsModel> {
    private Builder() {
      super(GRAPH, CaptionsModel::new);
    }

    /**
     * Sets what training of {@code word} makes small; {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY}
     * unless set.
     */
    public Builder wordLoss(Loss loss) {
      return setLoss("word", loss);
    }

    /** The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own. */
    public Builder wordLoss(LossFunction loss) {
      return setLoss("word", loss);
    }

    /** Sets what is reported of {@code word} besides the loss, in place of what is declared. */
    public Builder wordMetrics(Metric... metrics) {
      return setMetrics("word", metrics);
    }

    /** The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own. */
    public Builder wordMetrics(MetricSpec metric, MetricSpec... more) {
      return setMetrics("word", metric, more);
    }
  }
}
