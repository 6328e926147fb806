package io.tenon.data;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Samples next to each other, as a view. */
final class RowRange {
  private RowRange() {}

  static INDArray of(INDArray array, int from, int to) {
    INDArrayIndex[] indexes = new INDArrayIndex[array.rank()];
    Arrays.fill(indexes, NDArrayIndex.all());
    indexes[0] = NDArrayIndex.interval(from, to);
    return array.get(indexes);
  }
}
