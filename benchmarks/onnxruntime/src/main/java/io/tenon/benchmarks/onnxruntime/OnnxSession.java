package io.tenon.benchmarks.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.Workload;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Map;

/** A session with all optimizations of the graph, two threads within a node, and a run a batch. */
final class OnnxSession implements Session {
  private static final int THREADS = 2;
  private static final int DIFFERENT_BATCHES = 8;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final InputShape input;
  private final Data data;

  OnnxSession(Workload workload) throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(THREADS);
    options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    this.session = environment.createSession(Models.of(workload), options);
    this.input = workload.inputs().get(0);
    this.data = Data.of(workload);
  }

  private OnnxTensor batch(int from, int count) throws OrtException {
    long[] shape = input.batch(count);
    if (input.isTokens()) {
      IntBuffer tokens = IntBuffer.wrap(data.tokens(0, from, count));
      return OnnxTensor.createTensor(environment, tokens, shape);
    }
    if (shape.length == 4) { // one channel, so that channels first is the same numbers
      shape = new long[] {count, 1, shape[1], shape[2]};
    }
    return OnnxTensor.createTensor(
        environment, FloatBuffer.wrap(data.floats(0, from, count)), shape);
  }

  @Override
  public double[] losses(int steps) {
    throw new UnsupportedOperationException("ONNX Runtime does not train");
  }

  @Override
  public void train(Stopwatch watch) {
    throw new UnsupportedOperationException("ONNX Runtime does not train");
  }

  @Override
  public void predict(int count, Stopwatch watch) {
    OnnxTensor[] batches = new OnnxTensor[DIFFERENT_BATCHES];
    try {
      for (int i = 0; i < batches.length; i++) {
        batches[i] = batch(i * count, count);
      }
      int next = 0;
      do {
        session.run(Map.of(Models.INPUT, batches[next])).close();
        next = (next + 1) % batches.length;
      } while (watch.step());
      for (OnnxTensor batch : batches) {
        batch.close();
      }
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public float[] predictions(int count) {
    try (OnnxTensor batch = batch(0, count);
        OrtSession.Result result = session.run(Map.of(Models.INPUT, batch))) {
      FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
      float[] predictions = new float[values.remaining()];
      values.get(predictions);
      return predictions;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
