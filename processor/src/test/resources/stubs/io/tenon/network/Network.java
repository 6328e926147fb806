package io.tenon.network;

import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.nd4j.linalg.api.ndarray.INDArray;

public abstract class Network implements AutoCloseable {
  public static NetworkBuilder builder(Graph graph) {
    throw new UnsupportedOperationException();
  }

  public static Network load(Path file, Graph graph) {
    throw new UnsupportedOperationException();
  }

  public abstract Network requireGraph(Graph expected);

  public abstract History fit(Samples samples);

  public abstract History fit(Samples samples, Consumer<? super FitOptions> options);

  public abstract Map<String, Double> evaluate(Samples samples);

  public abstract INDArray[] predict(INDArray... inputs);

  public abstract LayerView layer(String name);

  public abstract String summary();

  public abstract void plotModel(Path file);

  public abstract String toJson();

  public abstract void save(Path file);

  @Override
  public abstract void close();
}
