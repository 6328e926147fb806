package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.LabelShape;
import io.tenon.benchmarks.Workload;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A workload's data as ND4J's arrays. */
record Arrays(Workload workload, Data data) {
  /** All samples of an input. */
  INDArray input(int index) {
    return input(index, 0, workload.samples());
  }

  /** Some samples of an input. */
  INDArray input(int index, int from, int count) {
    InputShape shape = workload.inputs().get(index);
    return shape.isTokens()
        ? Nd4j.createFromArray(data.tokens(index, from, count)).reshape(shape.batch(count))
        : Nd4j.create(data.floats(index, from, count), shape.batch(count), 'c');
  }

  /** Some samples of every input. */
  INDArray[] inputs(int from, int count) {
    return IntStream.range(0, workload.inputs().size())
        .mapToObj(index -> input(index, from, count))
        .toArray(INDArray[]::new);
  }

  /** All labels of an output: (samples) of int32, or (samples, 1) of float32. */
  INDArray labels(int index) {
    LabelShape shape = workload.labels().get(index);
    int count = workload.samples();
    return shape.classes() > 0
        ? Nd4j.createFromArray(data.classes(index, 0, count))
        : Nd4j.create(data.binary(index, 0, count), new long[] {count, 1}, 'c');
  }
}
