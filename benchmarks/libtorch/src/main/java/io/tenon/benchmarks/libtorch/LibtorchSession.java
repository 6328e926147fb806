package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.Workload;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;

/** The usual loop: forward, loss, backward, step; what a step makes is freed after it. */
@SuppressWarnings("try") // a scope is there to be closed
final class LibtorchSession implements Session {
  private static final int DIFFERENT_BATCHES = 8;

  private final TorchModel model;
  private final Optimizer optimizer;
  private final Batches data;
  private final List<List<Tensor>> inputs = new ArrayList<>();
  private final List<List<Tensor>> labels = new ArrayList<>();

  LibtorchSession(Workload workload, TorchModel model, Optimizer optimizer) {
    this.model = model;
    this.optimizer = optimizer;
    this.data = new Batches(workload, Data.of(workload));
    for (int i = 0; i < workload.batches(); i++) {
      inputs.add(data.inputs(i * workload.batchSize(), workload.batchSize()));
      labels.add(data.labels(i * workload.batchSize(), workload.batchSize()));
    }
  }

  private double step(int batch) {
    try (PointerScope scope = new PointerScope()) {
      optimizer.zero_grad();
      Tensor loss = model.loss(model.forward(inputs.get(batch)), labels.get(batch));
      loss.backward();
      optimizer.step();
      return loss.item_float();
    }
  }

  @Override
  public double[] losses(int steps) {
    model.train(true);
    double[] losses = new double[steps];
    for (int i = 0; i < steps; i++) {
      losses[i] = step(i);
    }
    return losses;
  }

  @Override
  public void train(Stopwatch watch) {
    model.train(true);
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
    model.eval();
    InferenceMode inference = new InferenceMode();
    List<List<Tensor>> batches = new ArrayList<>();
    for (int i = 0; i < DIFFERENT_BATCHES; i++) {
      batches.add(data.inputs(i * count, count));
    }
    int next = 0;
    do {
      try (PointerScope scope = new PointerScope()) {
        model.answer(model.forward(batches.get(next)));
      }
      next = (next + 1) % batches.size();
    } while (watch.step());
    inference.deallocate();
  }

  @Override
  public float[] predictions(int count) {
    model.eval();
    InferenceMode inference = new InferenceMode();
    Tensor answer = model.answer(model.forward(data.inputs(0, count)));
    float[] values = new float[(int) answer.numel()];
    answer.contiguous().<FloatBuffer>createBuffer().get(values);
    inference.deallocate();
    return values;
  }

  @Override
  public void close() {
    optimizer.deallocate();
    model.deallocate();
  }
}
