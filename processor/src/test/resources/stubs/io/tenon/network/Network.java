package io.tenon.network;

import io.tenon.data.SampleArrays;
import io.tenon.file.LoadOptions;
import io.tenon.file.LoadReport;
import io.tenon.file.WeightOption;
import io.tenon.graph.Graph;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;

public abstract class Network implements AutoCloseable {
  public static NetworkBuilder builder(Graph graph) {
    throw new UnsupportedOperationException();
  }

  public static Network load(Path file, Graph graph) {
    throw new UnsupportedOperationException();
  }

  public static Network load(Path file, Graph graph, Consumer<? super LoadOptions> options) {
    throw new UnsupportedOperationException();
  }

  public static Network fromJson(String json, Graph graph) {
    throw new UnsupportedOperationException();
  }

  public abstract Network requireGraph(Graph expected);

  public abstract History fit(SampleArrays samples);

  public abstract History fit(SampleArrays samples, Consumer<? super FitOptions> options);

  public abstract History fit(
      Iterable<? extends SampleArrays> batches, Consumer<? super FitOptions> options);

  public abstract History fit(
      Stream<? extends SampleArrays> batches, Consumer<? super FitOptions> options);

  public abstract void stopTraining();

  public abstract Map<String, Double> evaluate(Iterable<? extends SampleArrays> batches);

  public abstract Map<String, Double> trainOnBatch(SampleArrays batch);

  public abstract Map<String, Double> testOnBatch(SampleArrays batch);

  public abstract Map<String, INDArray> predict(Iterable<? extends SampleArrays> batches);

  public abstract INDArray[] predictOnBatch(INDArray... inputs);

  public abstract Map<String, Double> evaluate(SampleArrays samples);

  public abstract INDArray[] predict(INDArray... inputs);

  public abstract LayerView layer(String name);

  public abstract String summary();

  public abstract void plotModel(Path file);

  public abstract String toJson();

  public abstract void save(Path file);

  public abstract void saveWeights(Path file);

  public abstract LoadReport loadWeights(Path file, WeightOption... options);

  @Override
  public abstract void close();
}
