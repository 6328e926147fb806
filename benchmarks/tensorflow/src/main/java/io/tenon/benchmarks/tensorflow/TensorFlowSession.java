package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.FirstWeights;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.WeightShape;
import io.tenon.benchmarks.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** Feeds, fetches and targets of one graph. */
final class TensorFlowSession implements io.tenon.benchmarks.Session {
  private static final int THREADS = 2;
  private static final int DIFFERENT_BATCHES = 8;

  private final Graph graph = new Graph();
  private final ModelGraph model;
  private final Session session;
  private final Batches data;
  private final List<List<Tensor>> inputs = new ArrayList<>();
  private final List<List<Tensor>> labels = new ArrayList<>();

  TensorFlowSession(Workload workload, Purpose purpose) {
    this.model = new ModelGraph(graph, workload, purpose);
    this.session =
        new Session(
            graph,
            ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(THREADS)
                .setInterOpParallelismThreads(THREADS)
                .build());
    this.data = new Batches(workload, Data.of(workload));
    setWeights(workload);
    model.updates.initializers().forEach(session::run);
    for (int i = 0; i < workload.batches(); i++) {
      inputs.add(data.inputs(i * workload.batchSize(), workload.batchSize()));
      labels.add(data.labels(i * workload.batchSize(), workload.batchSize()));
    }
  }

  private void setWeights(Workload workload) {
    FirstWeights first = FirstWeights.of(workload);
    for (WeightShape weight : workload.weights()) {
      Variable<TFloat32> variable =
          Objects.requireNonNull(model.layers.variables().get(weight.path()));
      Placeholder<TFloat32> values =
          model.tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(weight.shape())));
      try (Tensor tensor = Batches.floats(first.get(weight.path()), weight.shape())) {
        session
            .runner()
            .feed(values, tensor)
            .addTarget(model.tf.assign(variable, values))
            .run()
            .close();
      }
    }
  }

  private Session.Runner feeding(List<Operand<?>> places, List<Tensor> tensors) {
    return feeding(session.runner(), places, tensors);
  }

  private static Session.Runner feeding(
      Session.Runner runner, List<Operand<?>> places, List<Tensor> tensors) {
    for (int i = 0; i < places.size(); i++) {
      runner.feed(places.get(i), tensors.get(i));
    }
    return runner;
  }

  private double step(int batch) {
    Session.Runner runner = feeding(model.inputs, inputs.get(batch));
    feeding(runner, model.labels, labels.get(batch));
    try (Result result = runner.addTarget(model.step).fetch(model.loss).run()) {
      return ((TFloat32) result.get(0)).getFloat();
    }
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

  private Result predict(List<Tensor> samples) {
    return feeding(model.inputs, samples).fetch(model.answer).run();
  }

  @Override
  public void predict(int count, Stopwatch watch) {
    List<List<Tensor>> batches = new ArrayList<>();
    for (int i = 0; i < DIFFERENT_BATCHES; i++) {
      batches.add(data.inputs(i * count, count));
    }
    int next = 0;
    do {
      predict(batches.get(next)).close();
      next = (next + 1) % batches.size();
    } while (watch.step());
    batches.forEach(batch -> batch.forEach(Tensor::close));
  }

  @Override
  public float[] predictions(int count) {
    List<Tensor> samples = data.inputs(0, count);
    try (Result result = predict(samples)) {
      TFloat32 answer = (TFloat32) result.get(0);
      float[] values = new float[(int) answer.size()];
      FloatDataBuffer buffer = DataBuffers.of(values, false, false);
      answer.copyTo(buffer);
      return values;
    } finally {
      samples.forEach(Tensor::close);
    }
  }

  @Override
  public void close() {
    session.close();
    graph.close();
    inputs.forEach(batch -> batch.forEach(Tensor::close));
    labels.forEach(batch -> batch.forEach(Tensor::close));
  }
}
