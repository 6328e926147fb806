package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.Workload;
import java.util.List;
import java.util.stream.IntStream;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/** A workload's data as tensors. */
record Batches(Workload workload, Data data) {
  static Tensor floats(float[] values, long... sizes) {
    return TFloat32.tensorOf(Shape.of(sizes), DataBuffers.of(values));
  }

  private static Tensor integers(int[] values, long... sizes) {
    return TInt32.tensorOf(Shape.of(sizes), DataBuffers.of(values));
  }

  List<Tensor> inputs(int from, int count) {
    return IntStream.range(0, workload.inputs().size())
        .mapToObj(index -> input(index, from, count))
        .toList();
  }

  private Tensor input(int index, int from, int count) {
    InputShape shape = workload.inputs().get(index);
    return shape.isTokens()
        ? integers(data.tokens(index, from, count), shape.batch(count))
        : floats(data.floats(index, from, count), shape.batch(count));
  }

  /** One of ten (batch, 10), since TensorFlow has no gradient from class numbers; or (batch, 1). */
  List<Tensor> labels(int from, int count) {
    return IntStream.range(0, workload.labels().size())
        .mapToObj(
            index -> {
              int classes = workload.labels().get(index).classes();
              return classes > 0
                  ? floats(data.oneHot(index, from, count), count, classes)
                  : floats(data.binary(index, from, count), count, 1);
            })
        .toList();
  }
}
