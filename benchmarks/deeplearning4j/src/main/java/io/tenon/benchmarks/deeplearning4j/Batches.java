package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.Workload;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A workload's data as ND4J's arrays. */
record Batches(Workload workload, Data data) {
  INDArray[] inputs(int from, int count) {
    return IntStream.range(0, workload.inputs().size())
        .mapToObj(index -> input(index, from, count))
        .toArray(INDArray[]::new);
  }

  private INDArray input(int index, int from, int count) {
    InputShape shape = workload.inputs().get(index);
    long[] sizes = shape.batch(count);
    if (shape.isTokens()) {
      return Nd4j.createFromArray(data.tokens(index, from, count)).reshape(sizes);
    }
    float[] values = data.floats(index, from, count);
    // Pictures have one channel, so that channels first is the same numbers.
    return sizes.length == 4
        ? Nd4j.create(values, new long[] {count, 1, sizes[1], sizes[2]}, 'c')
        : Nd4j.create(values, sizes, 'c');
  }

  /** One of ten (batch, 10), or (batch, 1) of 0 or 1. */
  INDArray[] labels(int from, int count) {
    return IntStream.range(0, workload.labels().size())
        .mapToObj(index -> label(index, from, count))
        .toArray(INDArray[]::new);
  }

  private INDArray label(int index, int from, int count) {
    int classes = workload.labels().get(index).classes();
    if (classes == 0) {
      return Nd4j.create(data.binary(index, from, count), new long[] {count, 1}, 'c');
    }
    return Nd4j.create(data.oneHot(index, from, count), new long[] {count, classes}, 'c');
  }
}
