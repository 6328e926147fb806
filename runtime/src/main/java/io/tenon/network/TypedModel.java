package io.tenon.network;

import io.tenon.data.SampleArrays;
import io.tenon.file.LoadReport;
import io.tenon.file.WeightOption;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What every generated model does, whatever its tensors: it trains, measures and keeps itself, as
 * its {@link Network} does by name. It stands here once, so that javac need not compile it with
 * each model; the generated class adds names and types.
 *
 * @param <S> the samples of the model
 * @param <R> what measuring gives: its {@code Scores}
 */
public abstract class TypedModel<S extends SampleArrays, R> implements AutoCloseable {
  private final Network network;
  private final ScoreValues.Reader<R> scores;

  /**
   * Types for a network.
   *
   * @param network one of the model's graph
   * @param scores makes the model's {@code Scores}
   */
  protected TypedModel(Network network, ScoreValues.Reader<R> scores) {
    this.network = network;
    this.scores = scores;
  }

  /** Trains with the default options. */
  public final History fit(S samples) {
    return network.fit(samples);
  }

  /**
   * Trains.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).batchSize(128)}
   */
  public final History fit(S samples, Consumer<? super FitOptions> options) {
    return network.fit(samples, options);
  }

  /**
   * Trains on batches, of a list, a dataset or a generator. An epoch is a pass, or {@code
   * stepsPerEpoch} batches.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).stepsPerEpoch(100)}
   */
  public final History fit(Iterable<? extends S> batches, Consumer<? super FitOptions> options) {
    return network.fit(batches, options);
  }

  /**
   * Trains on the batches of a stream, which can be read once: for several epochs, set {@code
   * stepsPerEpoch}.
   *
   * @param options how, such as {@code fit -> fit.epochs(5).stepsPerEpoch(100)}
   */
  public final History fit(Stream<? extends S> batches, Consumer<? super FitOptions> options) {
    return network.fit(batches, options);
  }

  /** Ends a training that runs after its step, with the model whole; from any thread. */
  public final void stopTraining() {
    network.stopTraining();
  }

  /** Measures loss and metrics without training. */
  public final R evaluate(S samples) {
    return read(network.evaluate(samples));
  }

  /** Measures batches without training, in one pass. */
  public final R evaluate(Iterable<? extends S> batches) {
    return read(network.evaluate(batches));
  }

  /** One step of training on one batch, and how that scored. */
  public final R trainOnBatch(S batch) {
    return read(network.trainOnBatch(batch));
  }

  /** The loss and metrics of one batch, without training. */
  public final R testOnBatch(S batch) {
    return read(network.testOnBatch(batch));
  }

  private R read(Map<String, Double> values) {
    return scores.read(new ScoreValues(values));
  }

  /**
   * Predicts.
   *
   * @param inputs one array for each input, in the model's order: (samples, the input's shape)
   * @return one array for each output, in the model's order: (samples, the output's shape)
   */
  protected final INDArray[] outputs(INDArray... inputs) {
    return network.predict(inputs);
  }

  /** The same of one batch, whatever its size, in one run. */
  protected final INDArray[] outputsOfBatch(INDArray... inputs) {
    return network.predictOnBatch(inputs);
  }

  /** The same of batches one after the other; labels are left alone. */
  protected final INDArray[] outputsOfBatches(Iterable<? extends S> batches) {
    return network.predict(batches).values().toArray(INDArray[]::new);
  }

  /** The table of the model: for each tensor its rank, shape, layer and parameters. */
  public final String summary() {
    return network.summary();
  }

  /** Draws the model to a file: {@code .svg}, {@code .png}, {@code .dot} or {@code .mmd}. */
  public final void plotModel(Path file) {
    network.plotModel(file);
  }

  /** The architecture without weights, as Keras writes it. */
  public final String toJson() {
    return network.toJson();
  }

  /** Writes the model to a file, {@code .keras} or {@code .h5}. */
  public final void save(Path file) {
    network.save(file);
  }

  /** Writes the weights alone, to {@code .weights.h5} or {@code .h5}. */
  public final void saveWeights(Path file) {
    network.saveWeights(file);
  }

  /**
   * Sets the weights to those of a file, of the same layers or as far as options allow; tells which
   * layers were set.
   */
  public final LoadReport loadWeights(Path file, WeightOption... options) {
    return network.loadWeights(file, options);
  }

  /** The same model without types: everything by name. */
  public final Network network() {
    return network;
  }

  /** Frees its memory; it must not be used any more. */
  @Override
  public final void close() {
    network.close();
  }
}
