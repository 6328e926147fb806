package io.tenon.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Arrays that share the description of their shape are arrays like any other. */
class ResultArraysTest {
  private final ResultArrays arrays = new ResultArrays();

  private INDArray ofOneShape(int which) {
    INDArray array = arrays.uninitialized(2, 3);
    for (int i = 1; i < which; i++) {
      array = arrays.uninitialized(2, 3);
    }
    return array.assign(Nd4j.createFromArray(new float[][] {{1, 2, 3}, {4, 5, 6}}));
  }

  @Test
  void eachHasMemoryOfItsOwn() {
    INDArray first = ofOneShape(1);
    INDArray second = ofOneShape(1);
    second.addi(10);
    assertThat(first.toFloatMatrix()).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(second.toFloatMatrix()).isDeepEqualTo(new float[][] {{11, 12, 13}, {14, 15, 16}});
  }

  @Test
  void theyAreReadViewedAndComputedWith() {
    INDArray array = ofOneShape(2);
    assertThat(array).isEqualTo(ofOneShape(1));
    assertThat(array.shape()).containsExactly(2, 3);
    assertThat(array.stride()).containsExactly(3, 1);
    assertThat(array.ordering()).isEqualTo('c');
    assertThat(array.sum(0).toFloatVector()).containsExactly(5, 7, 9);
    assertThat(array.mmul(array.transpose()).getFloat(1, 1)).isEqualTo(77);
    assertThat(array.get(NDArrayIndex.point(1), NDArrayIndex.all()).toFloatVector())
        .containsExactly(4, 5, 6);
    assertThat(array.reshape(3, 2).getFloat(2, 0)).isEqualTo(5);
    assertThat(array.dup()).isEqualTo(array);
    assertThat(array.castTo(org.nd4j.linalg.api.buffer.DataType.INT32).getInt(1, 2)).isEqualTo(6);
  }

  @Test
  void closingOneLeavesTheOthers() {
    INDArray first = ofOneShape(1);
    INDArray second = ofOneShape(1);
    first.close();
    assertThat(first.wasClosed()).isTrue();
    assertThat(second.wasClosed()).isFalse();
    assertThat(second.sumNumber().floatValue()).isEqualTo(21);
    assertThat(ofOneShape(1).sumNumber().floatValue()).isEqualTo(21);
  }

  @Test
  void manyShapesAreNotKeptForEver() {
    for (int size = 1; size < 300; size++) {
      assertThat(arrays.uninitialized(size, 2).length()).isEqualTo(2L * size);
      assertThat(arrays.uninitialized(size, 2).shape()).containsExactly(size, 2);
    }
  }
}
