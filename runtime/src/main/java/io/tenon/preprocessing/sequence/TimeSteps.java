package io.tenon.preprocessing.sequence;

import io.tenon.data.DataException;
import java.lang.ref.Reference;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** An array whose first axis is time, to copy steps out of. */
final class TimeSteps {
  private final INDArray array;
  private final long bytes;

  private TimeSteps(INDArray array) {
    this.array = array;
    this.bytes = array.length() / array.size(0) * array.data().getElementSize();
  }

  /**
   * The steps of an array: (time, ...).
   *
   * @throws DataException if it has no steps
   */
  static TimeSteps of(String name, INDArray array) {
    if (array.rank() < 1 || array.isEmpty()) {
      throw new DataException(
          "%s needs at least one step of time, found shape %s"
              .formatted(name, Arrays.toString(array.shape())));
    }
    // A copy: rows must lie next to each other, and what a user changes later must not show here.
    return new TimeSteps(array.dup('c'));
  }

  int count() {
    return Math.toIntExact(array.size(0));
  }

  /** The steps of those numbers: (rows, ...). */
  INDArray rows(int[] rows) {
    INDArray target = create(rows.length);
    BytePointer to = new BytePointer(target.data().addressPointer());
    BytePointer from = new BytePointer(array.data().addressPointer());
    try {
      for (int i = 0; i < rows.length; i++) {
        Pointer.memcpy(to.position(i * bytes), from.position(rows[i] * bytes), bytes);
      }
    } finally {
      Reference.reachabilityFence(array);
      Reference.reachabilityFence(target);
    }
    return target;
  }

  /**
   * Windows over time: (starts, ceil(length / rate), ...).
   *
   * @param starts the first step of each
   * @param length how many steps each reaches over
   * @param rate of those, every how-manieth is taken
   * @param reverse whether time runs backwards inside a window
   */
  INDArray windows(int[] starts, int length, int rate, boolean reverse) {
    int taken = (length - 1) / rate + 1;
    int[] rows = new int[Math.multiplyExact(starts.length, taken)];
    for (int i = 0; i < starts.length; i++) {
      for (int j = 0; j < taken; j++) {
        rows[i * taken + j] = starts[i] + (reverse ? taken - 1 - j : j) * rate;
      }
    }
    long[] step = LongStream.of(array.shape()).skip(1).toArray();
    return rows(rows)
        .reshape(
            'c',
            LongStream.concat(LongStream.of(starts.length, taken), LongStream.of(step)).toArray());
  }

  private INDArray create(int rows) {
    long[] shape = array.shape().clone();
    shape[0] = rows;
    return Nd4j.createUninitialized(array.dataType(), shape, 'c');
  }
}
