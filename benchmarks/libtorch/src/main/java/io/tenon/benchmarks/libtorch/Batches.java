package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.InputShape;
import io.tenon.benchmarks.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;

/** A workload's data as tensors. */
record Batches(Workload workload, Data data) {
  List<Tensor> inputs(int from, int count) {
    return IntStream.range(0, workload.inputs().size())
        .mapToObj(index -> input(index, from, count))
        .toList();
  }

  private Tensor input(int index, int from, int count) {
    InputShape shape = workload.inputs().get(index);
    if (shape.isTokens()) {
      return Tensor.create(longs(data.tokens(index, from, count)), shape.batch(count));
    }
    float[] values = data.floats(index, from, count);
    long[] sizes = shape.batch(count);
    // Pictures have one channel, so that channels first is the same numbers.
    return sizes.length == 4
        ? Tensor.create(values, count, 1, sizes[1], sizes[2])
        : Tensor.create(values, sizes);
  }

  /** Class numbers (batch), or (batch, 1) of 0 or 1. */
  List<Tensor> labels(int from, int count) {
    return IntStream.range(0, workload.labels().size())
        .mapToObj(
            index ->
                workload.labels().get(index).classes() > 0
                    ? Tensor.create(longs(data.classes(index, from, count)), count)
                    : Tensor.create(data.binary(index, from, count), count, 1))
        .toList();
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
