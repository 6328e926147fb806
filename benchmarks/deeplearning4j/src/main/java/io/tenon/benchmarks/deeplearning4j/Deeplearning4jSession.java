package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A graph that is fitted batch by batch. */
final class Deeplearning4jSession implements Session {
  private static final int DIFFERENT_BATCHES = 8;

  private final ComputationGraph graph;
  private final Batches data;
  private final List<INDArray[]> inputs = new ArrayList<>();
  private final List<INDArray[]> labels = new ArrayList<>();

  Deeplearning4jSession(Workload workload, ComputationGraph graph) {
    this.graph = graph;
    this.data = new Batches(workload, Data.of(workload));
    for (int i = 0; i < workload.batches(); i++) {
      inputs.add(data.inputs(i * workload.batchSize(), workload.batchSize()));
      labels.add(data.labels(i * workload.batchSize(), workload.batchSize()));
    }
  }

  private double step(int batch) {
    graph.fit(inputs.get(batch), labels.get(batch));
    return graph.score();
  }

  @Override
  public double[] losses(int steps) {
    double[] losses = new double[steps];
    for (int i = 0; i < steps; i++) {
      losses[i] = step(i);
    }
    return losses;
  }

  @Override
  public void train(Stopwatch watch) {
    int batch = 0;
    double sum = 0;
    do {
      sum += step(batch);
      batch = (batch + 1) % inputs.size();
    } while (watch.step());
    if (!Double.isFinite(sum)) {
      throw new IllegalStateException("the loss is " + sum);
    }
  }

  @Override
  public void predict(int count, Stopwatch watch) {
    List<INDArray[]> batches = new ArrayList<>();
    for (int i = 0; i < DIFFERENT_BATCHES; i++) {
      batches.add(data.inputs(i * count, count));
    }
    int next = 0;
    do {
      Objects.requireNonNull(graph.outputSingle(batches.get(next)));
      next = (next + 1) % batches.size();
    } while (watch.step());
  }

  @Override
  public float[] predictions(int count) {
    return graph.output(data.inputs(0, count))[0].reshape(-1).toFloatVector();
  }

  @Override
  public void close() {
    graph.close();
  }
}
