package io.tenon.data;

import io.tenon.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Arrays as the engine reads them: of one type, the last axis fastest, without gaps. */
final class RowMajor {
  private RowMajor() {}

  /** The array itself where it is so already, else a copy. */
  static INDArray of(INDArray array, DataType type) {
    org.nd4j.linalg.api.buffer.DataType wanted =
        switch (type) {
          case FLOAT32 -> org.nd4j.linalg.api.buffer.DataType.FLOAT;
          case INT32 -> org.nd4j.linalg.api.buffer.DataType.INT32;
          case BOOL -> org.nd4j.linalg.api.buffer.DataType.BOOL;
        };
    INDArray typed = array.dataType() == wanted ? array : array.castTo(wanted);
    return isDense(typed) ? typed : typed.dup('c');
  }

  private static boolean isDense(INDArray array) {
    long stride = 1;
    for (int i = array.rank() - 1; i >= 0; i--) {
      if (array.size(i) != 1 && array.stride(i) != stride) {
        return false;
      }
      stride *= array.size(i);
    }
    return true;
  }
}
