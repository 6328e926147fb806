package io.tenon.network;

import io.tenon.data.SampleArrays;
import io.tenon.file.LoadReport;
import io.tenon.file.WeightOption;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

public abstract class TypedModel<S extends SampleArrays, R> implements AutoCloseable {
  private final Network network;
  private final ScoreValues.Reader<R> scores;

  protected TypedModel(Network network, ScoreValues.Reader<R> scores) {
    this.network = network;
    this.scores = scores;
  }

  public final History fit(S samples) {
    throw new UnsupportedOperationException();
  }

  public final History fit(S samples, Consumer<? super FitOptions> options) {
    throw new UnsupportedOperationException();
  }

  public final History fit(Iterable<? extends S> batches, Consumer<? super FitOptions> options) {
    throw new UnsupportedOperationException();
  }

  public final History fit(Stream<? extends S> batches, Consumer<? super FitOptions> options) {
    throw new UnsupportedOperationException();
  }

  public final void stopTraining() {}

  public final R evaluate(S samples) {
    return scores.read(new ScoreValues());
  }

  public final R evaluate(Iterable<? extends S> batches) {
    return scores.read(new ScoreValues());
  }

  public final R trainOnBatch(S batch) {
    return scores.read(new ScoreValues());
  }

  public final R testOnBatch(S batch) {
    return scores.read(new ScoreValues());
  }

  protected final INDArray[] outputs(INDArray... inputs) {
    return new INDArray[0];
  }

  protected final INDArray[] outputsOfBatch(INDArray... inputs) {
    return new INDArray[0];
  }

  protected final INDArray[] outputsOfBatches(Iterable<? extends S> batches) {
    return new INDArray[0];
  }

  public final String summary() {
    throw new UnsupportedOperationException();
  }

  public final void plotModel(Path file) {}

  public final String toJson() {
    throw new UnsupportedOperationException();
  }

  public final void save(Path file) {}

  public final void saveWeights(Path file) {}

  public final LoadReport loadWeights(Path file, WeightOption... options) {
    throw new UnsupportedOperationException();
  }

  public final Network network() {
    return network;
  }

  @Override
  public final void close() {}
}
